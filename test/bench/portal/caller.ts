import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From asking to the last byte, ms. */
  ms: number;
}

/** One browser at one door: its own address, six connections at most, its own cookie. */
export class Caller {
  readonly #base: string;
  readonly #agent: Agent;
  #cookie = '';

  /** @param localAddress the address it calls from: limits of the door are per address */
  constructor(base: string, localAddress = '127.0.0.1') {
    this.#base = base;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 6, localAddress });
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, null, 'text/html,*/*');
  }

  post(path: string, body: Uint8Array, type: string): Promise<Answer> {
    return this.#send('POST', path, body, type);
  }

  /** A method, with what it answered; throws where it refused. */
  async call<Output>(name: string, input: unknown): Promise<{ output: Output; ms: number }> {
    const answer = await this.post(`/rpc/${name}`, Buffer.from(JSON.stringify(input)), 'application/json');
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.body}`);
    return { output: JSON.parse(answer.body.toString()) as Output, ms: answer.ms };
  }

  async signIn(unit: string, code: string): Promise<number> {
    const body = Buffer.from(JSON.stringify({ unit, code }));
    const answer = await this.post('/sign-in', body, 'application/json');
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.body}`);
    return answer.ms;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body: Uint8Array | null, type: string): Promise<Answer> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.#base);
      const headers: Record<string, string | number> = {
        host: url.host,
        cookie: this.#cookie,
        ...(body === null
          ? { accept: type, 'accept-encoding': 'gzip' }
          : { 'content-type': type, 'content-length': body.byteLength, 'x-desk': '1', origin: url.origin }),
      };
      const asked = request(url, { method, agent: this.#agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const [cookie] = response.headers['set-cookie'] ?? [];
          if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
          const ms = performance.now() - began;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts), ms });
        });
      });
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }
}
