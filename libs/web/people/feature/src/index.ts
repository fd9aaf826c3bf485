export {
  forgotPasswordRoutes,
  notAllowedRoutes,
  requestRoutes,
  setPasswordRoutes,
  setUpRoutes,
  settingsRoutes,
  signInRoutes,
} from './lib/people.routes';
export { askToSignInAgain } from './lib/session-ended/ask-to-sign-in-again';
export { stepUpInterceptor } from './lib/step-up/step-up-interceptor';
