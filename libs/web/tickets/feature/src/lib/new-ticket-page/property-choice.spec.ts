import { PropertyChoice } from './property-choice';

it('accepts suggestions until the user chooses', () => {
  const category = new PropertyChoice<string>();

  category.suggest('billing');
  category.suggest('technical');

  expect(category.control.value).toBe('technical');
  expect(category.isSuggested()).toBe(true);
});

it('keeps the choice of the user after a later suggestion', () => {
  const category = new PropertyChoice<string>();
  category.control.setValue('account');
  category.choose();

  category.suggest('technical');

  expect(category.control.value).toBe('account');
  expect(category.isSuggested()).toBe(false);
});

it('accepts suggestions again after a reset', () => {
  const category = new PropertyChoice<string>();
  category.choose();

  category.reset();
  category.suggest('technical');

  expect(category.control.value).toBe('technical');
});
