"""The tables and charts of the same reports with pandas and matplotlib, and the same tables as sheets, HTML and JSON.

Left out is what these libraries do not have: trends, subjects from texts, quotes, tags for screen readers.
"""
import json, resource, sqlite3, sys, tempfile, time
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import openpyxl  # noqa: F401, loaded before the clock runs
import pandas as pd
from matplotlib.backends.backend_pdf import PdfPages

database, start, until, work = sys.argv[1:5]
TERM = 10
parts = {}
processor = time.process_time()
begin = lap = time.perf_counter()


def took(part):
    global lap
    now = time.perf_counter()
    parts[part] = parts.get(part, 0) + now - lap
    lap = now


def before(day, **offset):
    return (pd.Timestamp(day) - pd.DateOffset(**offset)).strftime("%Y-%m-%d")


connection = sqlite3.connect(database)
columns = "signal_id, received_on, supplier, category, organisation, decided_by, unsure, closed_on, lead_days, reopened"
everything = pd.read_sql_query(
    f"select {columns} from report_facts where received_on >= ? and received_on < ? or closed_on is null or closed_on >= ?",
    connection,
    params=(before(until, years=2), until, before(start, years=1)),
)
ticketed = set(pd.read_sql_query("select signal_id from tickets", connection).signal_id)
noted = set(pd.read_sql_query("select signal_id from actions where kind = 'notitie'", connection).signal_id)
PERIODS = {
    "Deze periode": (start, until),
    "Periode ervoor": (before(start, months=2), start),
    "Vorig jaar": (before(start, years=1), before(until, years=1)),
}
COMPLAINTS = ["klacht", "onvrede"]


def within(rows, column, days):
    return rows[(rows[column] >= days[0]) & (rows[column] < days[1])]


def lead_table(closed, by):
    known = closed.dropna(subset=["lead_days"])
    grouped = known.groupby(by).lead_days
    return pd.DataFrame({
        "Afgehandeld": grouped.size(),
        "Helft klaar binnen": grouped.quantile(0.5, interpolation="lower"),
        "90% klaar binnen": grouped.quantile(0.9, interpolation="lower"),
        "Op tijd": (known.lead_days <= TERM).groupby(known[by]).mean(),
    })


def compared(facts, by):
    return pd.DataFrame({name: within(facts, "received_on", days).groupby(by).size() for name, days in PERIODS.items()})


def contents(supplier):
    rows = everything if supplier is None else everything[everything.supplier == supplier]
    facts = rows[rows.category != "overig"]
    now = within(facts, "received_on", (start, until))
    closed = within(facts, "closed_on", (start, until))
    opened = facts[(facts.received_on < until) & (facts.closed_on.isna() | (facts.closed_on >= until))]
    ages = np.busday_count(opened.received_on.values.astype("datetime64[D]"), np.datetime64(until))
    months = facts.groupby(facts.received_on.str.slice(0, 7)).size().tail(13)
    categories = compared(facts, "category")
    unhappy = now[now.category == "onvrede"]
    complaint = now[now.category.isin(COMPLAINTS)]
    tables = {
        "Per soort": categories,
        "Doorlooptijd": lead_table(closed, "category"),
        "Onvrede": pd.Series({
            "Signalen": len(unhappy),
            "Met ticket": unhappy.signal_id.isin(ticketed).sum(),
            "Met notitie": unhappy.signal_id.isin(noted).sum(),
            "Afgehandeld": unhappy.closed_on.notna().sum(),
            "Heropend": (unhappy.reopened > 0).sum(),
        }).to_frame("Aantal"),
        "Klantgroepen": pd.DataFrame({
            "Signalen": now.groupby("organisation").size(),
            "Klacht of onvrede": complaint.groupby("organisation").size(),
        }),
        "Open": pd.Series({"Open": len(opened), "Te laat": int((ages > TERM).sum()), "Oudste": int(ages.max(initial=0)),
                           "Heropend": int((closed.reopened > 0).sum())}).to_frame("Aantal"),
        "Kwaliteit": within(rows, "received_on", (start, until)).groupby(["decided_by", "unsure"]).size().to_frame("Aantal"),
    }
    charts = [(months, "bar", "Signalen per maand"), (categories[["Deze periode", "Vorig jaar"]], "barh", "Signalen per soort")]
    if supplier is None:
        lines = compared(facts, "supplier").assign(**{"Klacht of onvrede": complaint.groupby("supplier").size()})
        charts.append((lines[["Deze periode", "Klacht of onvrede"]], "barh", "Signalen per leverancier"))
        tables["Per leverancier"] = lines
        tables["Afhandeling"] = lead_table(closed, "supplier").assign(Open=opened.groupby("supplier").size())
    return charts, tables


def write_pdf(file, charts, tables):
    with PdfPages(file) as pdf:
        for data, kind, title in charts:
            figure, axes = plt.subplots(figsize=(8, 3))
            data.plot(kind=kind, ax=axes, title=title)
            pdf.savefig(figure)
            plt.close(figure)
        for title, table in tables.items():
            if not len(table):
                continue
            figure, axes = plt.subplots(figsize=(8, 3))
            axes.axis("off")
            axes.set_title(title)
            axes.table(
                cellText=table.round(2).astype(str).values,
                rowLabels=[str(label) for label in table.index],
                colLabels=list(table.columns),
            )
            pdf.savefig(figure)
            plt.close(figure)


folder = Path(tempfile.mkdtemp())
suppliers = sorted(within(everything, "received_on", (start, until)).supplier.unique())
for supplier in [*suppliers, None]:
    name = supplier or "alle"
    charts, tables = contents(supplier)
    took("figures")
    write_pdf(folder / f"{name}.pdf", charts, tables)
    took("PDF")
    if work == "pdf":
        continue
    with pd.ExcelWriter(folder / f"{name}.xlsx") as sheets:
        for title, table in tables.items():
            table.to_excel(sheets, sheet_name=title)
        for data, _, title in charts:
            data.to_excel(sheets, sheet_name=title)
    took("XLSX")
    (folder / f"{name}.html").write_text("".join(table.to_html() for table in tables.values()))
    took("mail")
    (folder / f"{name}.json").write_text(json.dumps({title: table.reset_index().to_json() for title, table in tables.items()}))
    took("JSON")
print(json.dumps({
    "seconds": time.perf_counter() - begin,
    "processorSeconds": time.process_time() - processor,
    "parts": parts,
    "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "reports": len(suppliers) + 1,
    "bytes": sum(file.stat().st_size for file in folder.iterdir()),
}))
