# HTML to PDF, for services/packages/document_tools.cpp: render_pdf.py NAME...
# For each NAME reads NAME.html and writes NAME.pdf; prints the version of WeasyPrint, then for each
# NAME its number of pages.
import sys

import weasyprint
from weasyprint.text.fonts import FontConfiguration


def refuse(url, *_, **__):
    """Nothing that a document names is read: no file, no address, no data."""
    raise ValueError("documents are made of text alone")


print(weasyprint.__version__)
fonts = FontConfiguration()
for name in sys.argv[1:]:
    with open(name + ".html", encoding="utf-8") as file:
        html = weasyprint.HTML(string=file.read(), base_url=None, url_fetcher=refuse)
    document = html.render(font_config=fonts)
    # A file is known by its name: the same text makes the same bytes.
    document.write_pdf(name + ".pdf", identifier=name.encode(), variant="pdf/ua-1")
    print(len(document.pages))
