/** The file as a whole cannot be used; the message is the one sentence that says why. Nothing of it has been kept. */
export class FileRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'FileRefused';
  }
}
