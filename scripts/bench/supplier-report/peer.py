"""The same tables and charts with pandas and matplotlib: without statistics, subjects, sheets, mail or tags."""
import json, resource, sqlite3, sys, tempfile, time
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.backends.backend_pdf import PdfPages

database, start, until = sys.argv[1:4]
begin = time.perf_counter()
facts = pd.read_sql_query("select * from report_facts", sqlite3.connect(database))
facts = facts[facts.category != "overig"]
folder = Path(tempfile.mkdtemp())
suppliers = sorted(facts[(facts.received_on >= start) & (facts.received_on < until)].supplier.unique())
for supplier in [None, *suppliers]:
    own = facts if supplier is None else facts[facts.supplier == supplier]
    now = own[(own.received_on >= start) & (own.received_on < until)]
    closed = own[(own.closed_on >= start) & (own.closed_on < until)]
    months = own.groupby(own.received_on.str.slice(0, 7)).size().tail(13)
    categories = now.groupby("category").size()
    tables = {
        "lead": closed.groupby("category").lead_days.quantile([0.5, 0.9]).unstack(),
        "groups": now.groupby("organisation").size(),
        "quality": now.groupby(["decided_by", "unsure"]).size(),
        "open": own[(own.received_on < until) & (own.closed_on.isna() | (own.closed_on >= until))].groupby("category").size(),
    }
    with PdfPages(folder / f"{supplier or 'alle'}.pdf") as pdf:
        for data, kind in ((months, "bar"), (categories, "barh")):
            figure, axes = plt.subplots(figsize=(8, 3))
            data.plot(kind=kind, ax=axes)
            pdf.savefig(figure)
            plt.close(figure)
        for table in tables.values():
            figure, axes = plt.subplots(figsize=(8, 3))
            axes.axis("off")
            shown = table.to_frame() if isinstance(table, pd.Series) else table
            if len(shown):
                axes.table(cellText=shown.round(1).astype(str).values, rowLabels=[str(i) for i in shown.index])
            pdf.savefig(figure)
            plt.close(figure)
seconds = time.perf_counter() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "peakMb": peak, "reports": len(suppliers) + 1, "bytes": sum(f.stat().st_size for f in folder.iterdir())}))
