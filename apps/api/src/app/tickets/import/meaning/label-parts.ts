import type { PropertyName } from '@docket/domain';
import { foldWord, words } from '@docket/import-rows';

const folded = (text: string): ReadonlySet<string> => new Set(words(text).map(foldWord));

/** Words that may turn the meaning of a label: "non-urgent", "not closed". */
export const NEGATIONS = folded(`
  not, no, non, un, never, without, nicht, kein, keine, nie, pas, sans, sin, sem, não, senza, niet, geen, bez, inte, ej, ikke, ei,
  nem, nu, не, без, ні, değil, μη, δεν, לא, غير`);

/** Words of a property that add nothing to a label: "High priority", "Ticket closed", "Billing questions". */
export const NEUTRAL_WORDS: Readonly<Record<PropertyName, ReadonlySet<string>>> = {
  priority: folded(`
    priority, prio, level, severity, urgency, impact, very, really, extremely, super, sehr, très, muy, muito, molto, zeer, bardzo,
    Priorität, Prioritaet, priorité, prioridad, prioridade, priorità, prioriteit, priorytet, prioritet, öncelik, priorita, приоритет`),
  status: folded(`
    status, state, ticket, issue, case, request, incident, auto, automatically, automatic, system, already, fully, finally,
    successfully, Zustand, automatisch, automatiquement, automáticamente, automaticamente, statut, estado, stato`),
  category: folded(`
    category, issue, issues, problem, problems, inquiry, inquiries, enquiry, enquiries, question, questions, request, requests,
    support, team, department, desk, help, related, topic, Kategorie, Probleme, Fragen, Anfragen, catégorie, categoría, categoria`),
};

/** Words before the reason, the person or the place of a status: "Closed with workaround", "Cancelled by user". */
export const PREPOSITIONS = folded(`
  with, by, as, to, due, for, in, on, at, after, via, from, mit, durch, von, wegen, als, par, avec, pour, por, con, para, com, da,
  per, door, met, z, przez, av, med, af, с, по, через`);
