/** In the browser the server is a worker of the extension host: it has no number, and nothing else can end it. */

export const canEndServer = false;

export async function serverProcess(): Promise<number | undefined> {
  return undefined;
}

export function endServer(_pid: number): void {}
