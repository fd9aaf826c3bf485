import { NodeProcess, stopAllProcesses } from './node-process';

afterEach(() => stopAllProcesses('SIGKILL'));

const run = (script: string, env?: Record<string, string>) => new NodeProcess(['-e', script], { env });

it('collects the output and the exit code', async () => {
  const program = run('console.log("out"); console.error("err"); process.exitCode = 3');

  expect(await program.ended).toBe(3);
  expect(program.output.split('\n').sort()).toEqual(['', 'err', 'out']);
});

it('passes the given variables only', async () => {
  process.env['DOCKET_SECRET'] = 'secret';
  const program = run('console.log(process.env.GIVEN, process.env.DOCKET_SECRET)', { GIVEN: 'given' });
  delete process.env['DOCKET_SECRET'];

  await program.ended;
  expect(program.output).toBe('given undefined\n');
});

it('waits for a text, and fails with the output if the program ends without it', async () => {
  expect((await run('console.log("port 7"); setInterval(() => {}, 1000)').waitForOutput(/port (\d+)/))[1]).toBe('7');
  await expect(run('console.log("no luck")').waitForOutput(/port/)).rejects.toThrow('no luck');
});

it('fails with the output if the program ends before it responds', async () => {
  await expect(run('console.log("no port")').waitForResponse('http://127.0.0.1:1/')).rejects.toThrow('no port');
});

it('stops by a signal', async () => {
  const program = run('console.log("up"); setInterval(() => {}, 1000)');
  await program.waitForOutput(/up/);

  expect(await program.stop()).toBe('SIGTERM');
});
