declare module 'word-extractor' {
  interface Options {
    /** Without it curly quotes and dashes become ASCII. */
    filterUnicode: false;
    includeFooters?: boolean;
  }
  interface Document {
    getBody(options: Options): string;
    getFootnotes(options: Options): string;
    getEndnotes(options: Options): string;
    getHeaders(options: Options): string;
    getAnnotations(options: Options): string;
    getTextboxes(options: Options): string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Document>;
  }
}
