import PDFDocument from 'pdfkit';

/**
 * A document whose page gets what is drawn on it at once: pdfkit makes a buffer of its own of each of the dozen operators of a
 * line of text, of which a report has a million, and half of its time goes into clearing them away.
 */
export class BatchedPdf extends PDFDocument {
  private readonly held: string[] = [];

  override addContent(operators: string): this {
    this.held.push(operators);
    return this;
  }

  override addPage(options?: PDFKit.PDFDocumentOptions): this {
    this.release();
    return super.addPage(options) as this;
  }

  override switchToPage(n: number): PDFKit.PDFPage {
    this.release();
    return super.switchToPage(n);
  }

  override end(): void {
    this.release();
    super.end();
  }

  private release(): void {
    if (this.held.length > 0) this.page.write(this.held.join('\n'));
    this.held.length = 0;
  }
}
