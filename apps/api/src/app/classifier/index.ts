export { evaluate } from './evaluation/evaluate-command';
