"""What a PDF holds, as PDFium sees it: text, where its lines stand, links, and what it says of itself."""
