#!/usr/bin/env python3
"""Adds the submissions up once more, with nothing of the program, and compares.

check-sums.py INPUTS/ORGANISATION DATA/indicators.csv YEAR QUARTERS
"""
import csv
import os
import re
import sys
from decimal import Decimal

STOCK, FLOW, RATE = "stock", "flow", "rate"
KINDS = [STOCK, FLOW, RATE, STOCK, STOCK, FLOW]
SHARES = {0, 2, 3}


def figures(path):
    """{indicator: (numerator, denominator)} of a file; None when a share is above its whole."""
    found = {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        separator = ";" if ";" in file.readline() else ","
        for row in csv.reader(file, delimiter=separator):
            above, below = (Decimal(cell.replace(",", ".")) if cell else None for cell in row[2:4])
            index = int(row[1][2:]) - 1
            if index % 6 in SHARES and above is not None and above > below:
                return None
            found[index] = (above, below)
    return found


def in_force(folder):
    """The figures of the highest version that was not refused."""
    version = lambda name: int((re.search(r"\.v(\d+)\.csv$", name) or [0, 1])[1])
    for name in sorted(os.listdir(folder), key=version, reverse=True):
        found = figures(os.path.join(folder, name))
        if found is not None:
            return found
    return {}


def main(organisation, results, year, quarters):
    with open(f"{organisation}/units.csv", encoding="utf-8", newline="") as file:
        parent = {row["code"]: row["parent"] for row in csv.DictReader(file)}
    sums = {}

    def add(unit, index, window, above, below):
        while unit:
            total = sums.setdefault((index, unit, window), [Decimal(0), Decimal(0)])
            total[0] += above
            total[1] += below or 0
            unit = parent[unit]

    ends = range(year * 4 + 4 - quarters, year * 4 + 4)
    periods = [f"{end // 4}-Q{end % 4 + 1}" for end in ends]
    for unit in sorted(os.listdir(f"{organisation}/submissions/{periods[-1]}")):
        by_period = [in_force(f"{organisation}/submissions/{p}/{unit}") for p in periods]
        windows = [("period", by_period[-1:]), ("year", by_period[-4:]), ("term", by_period)]
        for index in range(60):
            kind = KINDS[index % 6]
            for window, part in windows:
                rows = [p[index] for p in part if index in p]
                told = [row for row in rows if row[0] is not None]
                if not told:
                    continue
                if kind == STOCK:
                    if window == "period":
                        add(unit, index, "point", *told[-1])
                elif kind == FLOW:
                    add(unit, index, window, sum(row[0] for row in told), None)
                elif window == "term":
                    # no single stock stands under the flow of many years
                    add(unit, index, window, sum(row[0] for row in told), None)
                else:
                    below = [row[1] for row in rows if row[1] is not None]
                    add(unit, index, window, sum(row[0] for row in told), below[-1])

    wrong = seen = 0
    with open(results, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["numerator"]:
                continue
            key = (int(row["indicator"][2:]) - 1, row["unit"], row["window"])
            expected = sums.pop(key, None)
            seen += 1
            below = Decimal(row["denominator"]) if row["denominator"] else Decimal(0)
            if expected != [Decimal(row["numerator"]), below]:
                wrong += 1
                if wrong <= 5:
                    print(f"{key}: {row['numerator']}/{row['denominator']}, expected {expected}")
    wrong += len(sums)
    print(f"{seen} sums compared, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
