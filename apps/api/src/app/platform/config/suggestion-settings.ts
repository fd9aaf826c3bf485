import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { IsCountryList } from './is-country-list';
import { OidcSettings } from './oidc-settings';
import { ParseNumber, splitList } from './parse-setting';

/** Values of CLASSIFIER: classifiers in the order in which they are tried. */
export const CLASSIFIERS = ['gemini,local', 'gemini', 'local', 'none'] as const;

/** Settings of suggestions, summaries and drafts: the model, its budget, and the masking. */
export class SuggestionSettings extends OidcSettings {
  /** Classifiers that suggest a category and a priority: Gemini, if it has a key, and the local one, which needs no network. */
  @IsIn(CLASSIFIERS)
  CLASSIFIER: (typeof CLASSIFIERS)[number] = 'gemini,local';

  /** Any valid header value. A space or a typographic character is probably a bad paste. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]+$/, { message: 'GEMINI_API_KEY must be ASCII letters, digits and signs, without a space' })
  GEMINI_API_KEY?: string;

  @Matches(/^[\w.-]+(\/[\w.-]+)?$/, {
    message: 'GEMINI_MODEL must be the name of a model, such as gemini-3.5-flash-lite',
  })
  GEMINI_MODEL = 'gemini-3.5-flash-lite';

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  GEMINI_BASE_URL?: string;

  /** Milliseconds for one classification, including its retry. */
  @Min(100)
  @Max(60_000)
  @IsInt()
  @ParseNumber()
  CLASSIFY_DEADLINE_MS = 4000;

  /** Maximum calls to the model per UTC day, of all processes together. */
  @Min(0)
  @IsInt()
  @ParseNumber()
  CLASSIFY_DAILY_LIMIT = 10_000;

  /** Maximum cost of calls to the model per UTC month, by MODEL_PRICES. */
  @IsOptional()
  @Min(0)
  @Max(1_000_000)
  @ParseNumber()
  CLASSIFY_MONTHLY_BUDGET?: number;

  /** Prices of a million tokens of input and of output, for models, comma-separated; unknown by default. */
  @Matches(/^\s*([\w./-]+=\d{1,6}(\.\d{1,6})?\/\d{1,6}(\.\d{1,6})?\s*(,\s*|$))*$/, {
    message:
      'MODEL_PRICES must be like gemini-3.5-flash-lite=0.10/0.40: input and output of a million tokens, comma-separated',
  })
  MODEL_PRICES = '';

  /** The share of suggestions that the form hides, so that people choose without them. From 0 to 1. */
  @Min(0)
  @Max(1)
  @ParseNumber()
  CLASSIFY_BLIND_SHARE = 0.05;

  /** Days after which the ledger of suggestions keeps only the counts of a day. */
  @Min(30)
  @Max(3650)
  @IsInt()
  @ParseNumber()
  SUGGESTION_DAYS = 400;

  /** Countries whose local phone numbers are masked in any format, comma-separated. */
  @IsOptional()
  @IsCountryList()
  PHONE_COUNTRIES?: string;

  /** Whether a language model is configured. Without a key, or if the settings exclude it, no text leaves the API. */
  get hasModel(): boolean {
    return this.CLASSIFIER.startsWith('gemini') && !!this.GEMINI_API_KEY?.trim();
  }

  /** MODEL_PRICES as a list. */
  get modelPrices(): readonly string[] {
    return splitList(this.MODEL_PRICES);
  }

  /** Limits of calls to the model: their number a day, and their cost a month in millionths of the currency of MODEL_PRICES. */
  get callLimits(): { readonly callsPerDay: number; readonly microsPerMonth?: number } {
    const { CLASSIFY_DAILY_LIMIT: callsPerDay, CLASSIFY_MONTHLY_BUDGET: budget } = this;
    return { callsPerDay, ...(budget !== undefined && { microsPerMonth: Math.round(budget * 1_000_000) }) };
  }

  /** Whether the API also suggests without the language model: by its own model, or by the words of the ticket. */
  get hasLocalClassifier(): boolean {
    return this.CLASSIFIER.endsWith('local');
  }

  /** PHONE_COUNTRIES as a list. */
  get phoneCountries(): readonly CountryCode[] {
    return splitList(this.PHONE_COUNTRIES?.toUpperCase() ?? '').filter((code) => isSupportedCountry(code));
  }
}
