// Draws PDFs into the page. The browser's own viewer would need a frame, which the policy of these
// pages refuses; a worker would need an address that trusted types refuse, so it is drawn here.

import {getDocument, type PDFDocumentProxy} from 'pdfjs-dist';
import {WorkerMessageHandler} from 'pdfjs-dist/build/pdf.worker.mjs';

(globalThis as {pdfjsWorker?: object}).pdfjsWorker = {WorkerMessageHandler};

export type Drawable = PDFDocumentProxy;

export const openPdf = (data: ArrayBuffer): Promise<Drawable> =>
    getDocument({data: new Uint8Array(data), isEvalSupported: false}).promise;

/// A page as wide as its canvas is shown.
export async function drawPage(
    pdf: Drawable,
    number: number,
    canvas: HTMLCanvasElement,
): Promise<string> {
    const page = await pdf.getPage(number);
    const natural = page.getViewport({scale: 1});
    const wide = canvas.clientWidth || natural.width;
    const viewport = page.getViewport({
        scale: (wide / natural.width) * Math.max(window.devicePixelRatio, 1.5),
    });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    const canvasContext = canvas.getContext('2d');
    if (!canvasContext) {
        throw new Error('no canvas');
    }
    await page.render({canvasContext, viewport}).promise;
    const {items} = await page.getTextContent();
    return items.map((one) => ('str' in one ? one.str : '')).join(' ');
}
