//! A screen as SVG. Every grapheme has its own place, so that Chinese stays on the grid whatever font the reader has;
//! lines and blocks are drawn, not written. The same screen is always the same bytes.

use std::fmt::Write as _;

use vt100::{Cell, Color, Screen};

/// A cell, and the room around the screen, in pixels.
const WIDE: u16 = 9;
const HIGH: u16 = 21;
const MARGIN: u16 = 22;
const BAR: u16 = 38;

const PAPER: &str = "#1d2129";
const INK: &str = "#d6dae3";
const FAINT: &str = "#848d9d";
const CHOSEN: &str = "#c5d0e6";
/// Black, red, green, yellow, blue, magenta, cyan, white; then the same, brighter.
const SIXTEEN: [&str; 16] = [
    "#2a2f3a", "#ee8079", "#9ac68a", "#e6c074", "#86b1ea", "#c9a0dc", "#74c7c9", "#d6dae3", "#6b7484", "#ff9a93",
    "#b3dba4", "#f5d591", "#a3c7f7", "#dab9ea", "#92dcdd", "#f1f3f8",
];

/// Which way the lines of a box character leave its centre: up, right, down, left.
fn arms(symbol: &str) -> Option<[bool; 4]> {
    let (up, right, down, left) = match symbol {
        "─" => (false, true, false, true),
        "│" => (true, false, true, false),
        "┌" => (false, true, true, false),
        "┐" => (false, false, true, true),
        "└" => (true, true, false, false),
        "┘" => (true, false, false, true),
        "├" => (true, true, true, false),
        "┤" => (true, false, true, true),
        "┬" => (false, true, true, true),
        "┴" => (true, true, false, true),
        "┼" => (true, true, true, true),
        _ => return None,
    };
    Some([up, right, down, left])
}

/// Draws the screen in a window of its own.
pub(crate) fn draw(screen: &Screen, lang: &str) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) = (columns * WIDE + 2 * MARGIN, rows * HIGH + BAR + MARGIN);
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" xml:lang="{lang}" role="img">
<style>
text {{ font: 15px ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; text-anchor: middle; fill: {INK} }}
.w {{ font: 16px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif }}
.b {{ font-weight: bold }}
.g {{ shape-rendering: crispEdges }}
path {{ fill: none; stroke-width: 1.2 }}
</style>
<rect x="0.5" y="0.5" width="{}" height="{}" rx="10" fill="{PAPER}" stroke="#3a414f"/>
<circle cx="22" cy="19" r="5.5" fill="#4a5262"/><circle cx="41" cy="19" r="5.5" fill="#4a5262"/><circle cx="60" cy="19" r="5.5" fill="#4a5262"/>
"##,
        width - 1,
        height - 1
    );
    for row in 0..rows {
        grounds(&mut svg, screen, row, columns);
    }
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    for (row, column) in cells {
        if let Some(cell) = screen.cell(row, column).filter(|cell| cell.has_contents()) {
            glyph(&mut svg, cell, row, column);
        }
    }
    if !screen.hide_cursor() {
        let (row, column) = screen.cursor_position();
        let (x, y) = (MARGIN + column * WIDE, BAR + row * HIGH + 2);
        put(&mut svg, format_args!(r#"<rect x="{x}" y="{y}" width="2" height="17" fill="{}"/>"#, SIXTEEN[14]));
    }
    svg.push_str("</svg>\n");
    svg
}

/// What is behind the cells of a row, in one piece as far as it is the same.
fn grounds(svg: &mut String, screen: &Screen, row: u16, columns: u16) {
    let mut column = 0;
    while column < columns {
        let start = column;
        let fill = screen.cell(row, column).and_then(ground);
        // The second half of a wide character has what its first half has.
        while column < columns
            && screen.cell(row, column).is_some_and(|cell| cell.is_wide_continuation() || ground(cell) == fill)
        {
            column += 1;
        }
        if let Some(fill) = fill {
            let (x, y, width) = (MARGIN + start * WIDE, BAR + row * HIGH, (column - start) * WIDE);
            put(
                svg,
                format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{HIGH}" fill="{fill}" class="g"/>"#),
            );
        }
    }
}

fn ground(cell: &Cell) -> Option<String> {
    match (cell.inverse(), cell.bgcolor()) {
        (true, _) => Some(CHOSEN.to_owned()),
        (false, Color::Default) => None,
        (false, other) => Some(colour(other, PAPER)),
    }
}

fn glyph(svg: &mut String, cell: &Cell, row: u16, column: u16) {
    let ink = match (cell.inverse(), cell.dim()) {
        (true, _) => PAPER.to_owned(),
        (false, true) => colour(cell.fgcolor(), FAINT),
        (false, false) => colour(cell.fgcolor(), INK),
    };
    let (left, top) = (MARGIN + column * WIDE, BAR + row * HIGH);
    let (x, y) = (f32::from(left) + f32::from(WIDE) / 2.0, f32::from(top) + f32::from(HIGH) / 2.0);
    if let Some(arms) = arms(cell.contents()) {
        let (right, bottom) = (left + WIDE, top + HIGH);
        let ends = [format!("V{top}"), format!("H{right}"), format!("V{bottom}"), format!("H{left}")];
        let strokes = arms.iter().zip(ends).filter(|(arm, _)| **arm);
        let path = strokes.map(|(_, end)| format!("M{x} {y}{end}")).collect::<Vec<_>>().concat();
        put(svg, format_args!(r#"<path d="{path}" stroke="{ink}"/>"#));
        return;
    }
    if cell.contents().trim().is_empty() {
        return;
    }
    let (x, class) = if cell.is_wide() { (f32::from(left + WIDE), "w") } else { (x, "") };
    let class = format!("{class}{}", if cell.bold() { " b" } else { "" });
    let class = if class.is_empty() { class } else { format!(r#" class="{}""#, class.trim()) };
    let fill = if ink == INK { String::new() } else { format!(r#" style="fill:{ink}""#) };
    let written = cell.contents().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    put(svg, format_args!(r#"<text x="{x}" y="{}"{class}{fill}>{written}</text>"#, top + 16));
}

fn colour(asked: Color, default: &str) -> String {
    match asked {
        Color::Default => default.to_owned(),
        Color::Idx(n) => SIXTEEN.get(usize::from(n)).copied().unwrap_or(INK).to_owned(),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
    }
}

/// Adds a line; writing to a string cannot fail.
fn put(svg: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(svg, "{line}");
}
