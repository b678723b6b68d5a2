"""Growth plots as SVG: seconds over size, both logarithmic, one line a contender."""

import math
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 640, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 40, 50
# Told apart by colour-blind eyes as well (Okabe and Ito's palette), and by their marks.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#000000"]


@dataclass(frozen=True)
class Line:
    name: str
    # (size, seconds), at least one.
    points: tuple[tuple[float, float], ...]
    is_ours: bool


def svg(title: str, x_title: str, lines: list[Line]) -> str:
    """The plot; `lines` has at least one point."""
    xs = [x for line in lines for x, _ in line.points]
    ys = [y for line in lines for _, y in line.points]
    x_axis = Axis(min(xs), max(xs), LEFT, WIDTH - RIGHT)
    y_axis = Axis(min(ys), max(ys), HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text(LEFT, TOP - 18, title, size=15),
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, x_title, anchor="middle"),
        text(16, (TOP + HEIGHT - BOTTOM) / 2, "seconds", anchor="middle", turned=True),
    ]
    for tick in y_axis.ticks():
        y = y_axis.place(tick)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        parts.append(text(LEFT - 6, y + 4, label(tick), anchor="end"))
    for size in sorted(set(xs)):
        x = x_axis.place(size)
        parts.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#eeeeee"/>')
        parts.append(text(x, HEIGHT - BOTTOM + 18, f"{size:,.0f}", anchor="middle"))
    for index, line in enumerate(lines):
        parts.extend(drawn(line, COLOURS[index % len(COLOURS)], x_axis, y_axis))
    parts.extend(labels(lines, y_axis))
    return "\n".join([*parts, "</svg>", ""])


class Axis:
    """Maps a logarithmic range onto a stretch of the page."""

    def __init__(self, low: float, high: float, start: float, end: float):
        # A little room at both ends; a single value gets a range of its own.
        self.low, self.high = math.log10(low) - 0.1, math.log10(high) + 0.1
        self.start, self.end = start, end

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        return [10.0**power for power in range(math.ceil(self.low), math.floor(self.high) + 1)]


def drawn(line: Line, colour: str, x_axis: Axis, y_axis: Axis) -> list[str]:
    places = [(x_axis.place(x), y_axis.place(y)) for x, y in sorted(line.points)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    width = 3 if line.is_ours else 1.5
    marks = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width + 1}" fill="{colour}"/>' for x, y in places]
    return [f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>', *marks]


def labels(lines: list[Line], y_axis: Axis) -> list[str]:
    """Names at the right ends of the lines, moved apart where they would overlap."""
    wanted = sorted((y_axis.place(max(line.points)[1]), index) for index, line in enumerate(lines))
    parts, lowest = [], float(TOP)
    for y, index in wanted:
        lowest = max(y + 4, lowest + 14)
        parts.append(text(WIDTH - RIGHT + 8, lowest, lines[index].name, fill=COLOURS[index % len(COLOURS)],
                          bold=lines[index].is_ours))
    return parts


def label(value: float) -> str:
    return f"{value:g}"


def text(x: float, y: float, content: str, anchor: str = "start", size: int = 12, fill: str = "#333333",
         turned: bool = False, bold: bool = False) -> str:
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    weight = ' font-weight="bold"' if bold else ""
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{fill}"{weight}{turn}>'
            f"{escape(content)}</text>")
