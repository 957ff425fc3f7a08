"""Places the packages that pages load in a folder: the chart engine, and htmx.

  python Tools/place_assets.py .assets

Both come from Python packages of Tools/requirements.txt: vl-convert carries Vega, Vega-Lite and Vega-Embed, django-htmx carries htmx.
"""

import importlib.resources
import pathlib
import sys

import vl_convert

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
engine = vl_convert.javascript_bundle("window.vega = vega; window.vegaLite = vegaLite; window.vegaEmbed = vegaEmbed;")
(folder / "vega.js").write_text(engine, encoding="utf-8")
htmx = importlib.resources.files("django_htmx") / "static/django_htmx/htmx-2.min.js"
(folder / "htmx.js").write_bytes(htmx.read_bytes())
