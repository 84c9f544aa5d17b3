// Places in the text of a report, counted as the case counts them: from 0, in code points, [start, end).
// Stamps and links behind a passage are no part of the text.

const NOT_TEXT = ".stamp, .to-rule, .at";

export function length(words) {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}

// Where the code point of this number begins in a string of JavaScript, which counts in UTF-16.
export function unit(words, point) {
  let at = 0;
  for (let n = 0; n < point && at < words.length; n += 1) at += words.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

export function parse(written) {
  return written ? written.split(",").map((each) => each.split("-").map(Number)) : [];
}

export function write(places) {
  return places.map(([start, end]) => `${start}-${end}`).join(",");
}

// Places in order, those that overlap or touch as one.
export function joined(places) {
  const found = [];
  for (const [start, end] of [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

// The text of a report as it stands in a page: paragraphs that say at which character they begin.
export class Text {
  constructor(place, language) {
    this.place = place;
    this.language = language;
    this.pieces = [];
    for (const paragraph of place.querySelectorAll("[data-at]")) this.take(paragraph);
  }

  take(paragraph) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let at = Number(paragraph.dataset.at);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(NOT_TEXT)) continue;
      const start = at;
      at += length(node.data);
      this.pieces.push({ node, start, end: at, paragraph });
    }
  }

  words(places) {
    return places.map((place) => this.between(...place)).join(" … ");
  }

  between(start, end) {
    let words = "";
    let last = null;
    for (const piece of this.pieces) {
      if (piece.end <= start || piece.start >= end) continue;
      if (last && piece.paragraph !== last.paragraph) words += "\n";
      words += piece.node.data.slice(this.within(piece, start), this.within(piece, end));
      last = piece;
    }
    return words;
  }

  within(piece, point) {
    return unit(piece.node.data, Math.min(Math.max(point, piece.start), piece.end) - piece.start);
  }

  // What a range of the page takes of the text, without blanks at its ends; null where that is nothing.
  taken(range) {
    let found = null;
    for (const piece of this.pieces) {
      if (!range.intersectsNode(piece.node)) continue;
      const from = piece.node === range.startContainer ? range.startOffset : 0;
      const to = piece.node === range.endContainer ? range.endOffset : piece.node.data.length;
      if (from > to) continue;
      const start = piece.start + length(piece.node.data.slice(0, from));
      const end = piece.start + length(piece.node.data.slice(0, to));
      found = found ? [found[0], end] : [start, end];
    }
    return found && this.trimmed(found);
  }

  trimmed([start, end]) {
    const words = this.tokens().filter((word) => word[1] > start && word[0] < end);
    if (!words.length) return null;
    return [Math.max(start, words[0][0]), Math.min(end, words.at(-1)[1])];
  }

  ranges(places) {
    return places.flatMap(([start, end]) =>
      this.pieces.filter((piece) => piece.end > start && piece.start < end).map((piece) => {
        const range = document.createRange();
        range.setStart(piece.node, this.within(piece, start));
        range.setEnd(piece.node, this.within(piece, end));
        return range;
      }));
  }

  // Words and marks of the whole text, without blanks.
  tokens() {
    if (!this.cut) {
      const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter(tongue(this.language), { granularity: "word" });
      this.cut = [];
      for (const paragraph of new Set(this.pieces.map((piece) => piece.paragraph))) {
        const own = this.pieces.filter((piece) => piece.paragraph === paragraph);
        const words = own.map((piece) => piece.node.data).join("");
        let at = own[0].start;
        for (const segment of segmenter ? segmenter.segment(words) : plainly(words)) {
          const end = at + length(segment.segment);
          if (segment.segment.trim()) this.cut.push([at, end]);
          at = end;
        }
      }
    }
    return this.cut;
  }

  // A place with one of its ends a word further: "[" and "{" move where it begins, "]" and "}" where it ends.
  stepped([start, end], key) {
    const words = this.tokens();
    if (key === "[") start = words.findLast((word) => word[0] < start)?.[0] ?? start;
    if (key === "{") start = words.find((word) => word[0] > start && word[0] < end)?.[0] ?? start;
    if (key === "]") end = words.find((word) => word[1] > end)?.[1] ?? end;
    if (key === "}") end = words.findLast((word) => word[1] < end && word[1] > start)?.[1] ?? end;
    return [start, end];
  }

  // A place with one of its ends at the edge of a word that lies nearest to a character.
  dragged([start, end], which, to) {
    const words = this.tokens().filter((word) => (which === "start" ? word[0] < end : word[1] > start));
    const edge = which === "start" ? 0 : 1;
    const near = words.reduce((best, word) => (Math.abs(word[edge] - to) < Math.abs(best[edge] - to) ? word : best), words[0]);
    if (!near) return [start, end];
    return which === "start" ? [near[0], end] : [start, near[1]];
  }

  // The character before which a point of the page lies; null outside the text.
  pointed(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? caret?.startContainer;
    const piece = this.pieces.find((each) => each.node === node);
    return piece ? piece.start + length(piece.node.data.slice(0, caret.offset ?? caret.startOffset)) : null;
  }

  // Where on the page places begin or end, and whether what they do not say lies to the left of that.
  edge(places, which) {
    const at = which === "start" ? places[0][0] : places.at(-1)[1] - 1;
    const box = this.ranges([[at, at + 1]])[0]?.getBoundingClientRect();
    if (!box?.height) return null;
    const left = this.runsLeft(places, which) !== (which === "start");
    return { x: left ? box.left : box.right, top: box.top, bottom: box.bottom, left };
  }

  // Whether the text runs from right to left where places begin or end.
  runsLeft(places, which) {
    const at = which === "start" ? places[0][0] : places.at(-1)[1] - 1;
    const piece = this.pieces.find((each) => each.start <= at && at < each.end);
    return Boolean(piece) && getComputedStyle(piece.paragraph).direction === "rtl";
  }

  // Places cut in two before a character.
  cutAt(places, at) {
    const part = (low, high) => places.map(([start, end]) => [Math.max(start, low), Math.min(end, high)])
      .filter(([start, end]) => start < end).map((place) => this.trimmed(place)).filter(Boolean);
    return [part(0, at), part(at, Infinity)];
  }
}

function tongue(language) {
  try {
    return Intl.getCanonicalLocales(language || "en");
  } catch {
    return "en";
  }
}

function plainly(words) {
  return words.split(/(\s+)/u).map((segment) => ({ segment }));
}
