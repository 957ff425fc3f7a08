"""The curve of the growth: Documentation/images/benchmarks-growth.svg."""

import json
import os
import shutil
import subprocess
import sys
import tempfile

RENDERER = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Tools", "render_figures.py"
)
NAME = "benchmarks-growth"


def draw(points, folder):
    """Draws {rows: {job: seconds}}, both axes logarithmic: what grows with the rows rises at one slope."""
    values = [
        {"rows": rows, "job": job, "seconds": seconds}
        for rows, point in points.items()
        for job, seconds in point.items()
    ]
    spec = {
        "data": {"values": values},
        "width": 480,
        "height": 320,
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {
                "field": "rows",
                "type": "quantitative",
                "scale": {"type": "log"},
                "axis": {"values": sorted(points), "format": ",d", "title": "partnerships on record"},
            },
            "y": {
                "field": "seconds",
                "type": "quantitative",
                "scale": {"type": "log"},
                "axis": {"title": "seconds, whole process"},
            },
            "color": {"field": "job", "sort": ["import", "table", "show"], "title": None},
        },
    }
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as drawn:
        subprocess.run(
            [sys.executable, RENDERER, "--out", drawn],
            input=json.dumps({"name": NAME, "spec": spec}) + "\n",
            text=True,
            check=True,
        )
        shutil.copy(os.path.join(drawn, NAME + ".svg"), folder)
