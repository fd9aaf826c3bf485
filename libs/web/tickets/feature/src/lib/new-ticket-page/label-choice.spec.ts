import { LabelChoice } from './label-choice';

it('takes a suggestion while nobody has chosen', () => {
  const category = new LabelChoice<string>();

  category.suggest('billing');
  category.suggest('technical');

  expect(category.control.value).toBe('technical');
  expect(category.isSuggested()).toBe(true);
});

it('keeps what the user chose, whatever is suggested later', () => {
  const category = new LabelChoice<string>();
  category.control.setValue('account');
  category.choose();

  category.suggest('technical');

  expect(category.control.value).toBe('account');
  expect(category.isSuggested()).toBe(false);
});

it('is open to suggestions again after a reset', () => {
  const category = new LabelChoice<string>();
  category.choose();

  category.reset();
  category.suggest('technical');

  expect(category.control.value).toBe('technical');
});
