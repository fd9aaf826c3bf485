const MAX_BYTES = 100;

/** Collects the bytes of a short ASCII name. Longer names are cut: no known name is that long. */
export class NameReader {
  private readonly bytes: number[] = [];

  append(byte: number): void {
    if (this.bytes.length < MAX_BYTES) this.bytes.push(byte);
  }

  clear(): void {
    this.bytes.length = 0;
  }

  get text(): string {
    return String.fromCharCode(...this.bytes);
  }
}
