import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';

/**
 * Adds a hook for the beginning of every request, after those of the plugins that were registered before: what it answers has
 * their headers. A hook that is added directly would come before all plugins, since they load later.
 */
export function addHookInTurn(fastify: FastifyInstance, hook: onRequestAsyncHookHandler): void {
  const plugin = async (instance: FastifyInstance) => void instance.addHook('onRequest', hook);
  const forAllRoutes = { [Symbol.for('skip-override')]: true }; // what the package fastify-plugin does
  void fastify.register(Object.assign(plugin, forAllRoutes));
}
