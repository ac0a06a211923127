/** Content to PDF: A4, fonts embedded as subsets, the same bytes for the same content. */
import PDFDocument from 'pdfkit';
import type { Block, DocumentContent } from './document-content.js';
import { fontsFor } from './document-fonts.js';
import { handwritingForPaper } from './handwriting.js';
import { closingHeight, drawClosing } from './layout/draw-closing.js';
import { drawFooters } from './layout/draw-footers.js';
import { drawRows } from './layout/draw-rows.js';
import { drawAmounts, drawSteps, drawTable } from './layout/draw-table.js';
import { drawHeading, drawNote, drawNumberedList, drawParagraph } from './layout/draw-text.js';
import { drawTitle } from './layout/draw-title.js';
import { Sheet } from './layout/sheet.js';
import { Typesetter } from './layout/typesetter.js';

/** Throws `MissingGlyphsError` when a character has no glyph in any font at hand. */
export async function renderDocument(content: DocumentContent): Promise<Buffer> {
  const fonts = await fontsFor(textsOf(content));
  const issued = new Date(content.issuedAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    // Both dates, and with them the file's ID, come from the content: nothing of the clock enters the bytes.
    info: {
      Title: content.number === null ? content.title : `${content.title} ${content.number}`,
      Author: content.agency ?? content.seal?.agency ?? '',
      Subject: content.title,
      Creator: '医保易办',
      Producer: 'PDFKit',
      CreationDate: issued,
      ModDate: issued,
    },
  });
  const bytes = collect(pdf);
  const type = new Typesetter(pdf, fonts);
  const sheet = new Sheet(type);
  drawTitle(sheet, content);
  for (const [index, block] of content.blocks.entries()) {
    const isLast = index === content.blocks.length - 1;
    sheet.space(gapBefore(block));
    // Signature and seal never stand on a page without any of what they vouch for.
    drawBlock(sheet, block, isLast ? gapAfter(block) + closingHeight(content) : 0);
    sheet.space(gapAfter(block));
  }
  drawClosing(sheet, await withReadyHandwriting(content));
  drawFooters(type, content);
  pdf.end();
  return bytes;
}

function drawBlock(sheet: Sheet, block: Block, below: number): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block.text);
    case 'paragraph':
      return drawParagraph(sheet, block.text, block.indent, below);
    case 'numbered-list':
      return drawNumberedList(sheet, block.items);
    case 'rows':
      return drawRows(sheet, block.rows);
    case 'table':
      return drawTable(sheet, block.table);
    case 'amounts':
      return drawAmounts(sheet, block.amounts);
    case 'steps':
      return drawSteps(sheet, block.steps);
    case 'note':
      return drawNote(sheet, block.title, block.paragraphs, below);
  }
}

async function withReadyHandwriting(content: DocumentContent): Promise<DocumentContent> {
  const signatures = content.signatures.map(async (signature) => ({
    ...signature,
    image: signature.image === null ? null : await handwritingForPaper(signature.image),
  }));
  return { ...content, signatures: await Promise.all(signatures) };
}

/** A heading stands nearer to what it heads than to what it follows. */
function gapBefore(block: Block): number {
  return block.kind === 'heading' ? 5 : 0;
}
function gapAfter(block: Block): number {
  return block.kind === 'heading' ? 4 : 8;
}

/** Every string of the content, wherever it stands. */
function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return;
  else for (const part of Object.values(value)) yield* textsOf(part);
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
