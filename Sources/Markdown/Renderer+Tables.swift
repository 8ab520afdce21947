import Bytes
import CCMark

extension Renderer {
    mutating func table(_ table: Table) {
        if let prelude = table.prelude { preludeParagraph(plan.parts[prelude]) }
        startLine()
        tableCount += 1
        // A screen reader lists the regions of a page: each needs a name of its own.
        html.markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng ")
        html.append(decimal: tableCount)
        html.markup("\"><table>\n<thead>\n<tr>\n")
        for (cell, alignment) in zip(table.header, table.alignments) {
            html.markup("<th scope=\"col\"")
            self.cell(cell, alignment)
            html.markup("</th>\n")
        }
        html.markup("</tr>\n</thead>\n")
        if !table.rows.isEmpty {
            html.markup("<tbody>\n")
            for row in table.rows { self.row(row, table.alignments) }
            html.markup("</tbody>\n")
        }
        html.markup("</table></div>\n")
    }

    /// The lines of the paragraph above the table; only link reference definitions leave no heading.
    private mutating func preludeParagraph(_ part: Node) {
        guard part.type == CMARK_NODE_HEADING, cmark_node_get_heading_level(part.pointer) == 1 else { return }
        startLine()
        html.markup("<p>")
        walkPart(part)
        html.markup("</p>\n")
    }

    /// A short row is filled up with empty cells, as long as a body that abuses this stays of sane size.
    private mutating func row(_ cells: [Table.Cell], _ alignments: [TableSyntax.Alignment]) {
        html.markup("<tr>\n")
        for (column, alignment) in alignments.enumerated() {
            if column >= cells.count {
                plan.paddingLeft -= 1
                if plan.paddingLeft < 0 { break }
            }
            html.markup("<td")
            cell(column < cells.count ? cells[column] : nil, alignment)
            html.markup("</td>\n")
        }
        html.markup("</tr>\n")
    }

    private mutating func cell(_ cell: Table.Cell?, _ alignment: TableSyntax.Alignment) {
        switch alignment {
        case .none: html.markup(">")
        case .left: html.markup(" class=\"align-left\">")
        case .center: html.markup(" class=\"align-center\">")
        case .right: html.markup(" class=\"align-right\">")
        }
        switch cell {
        case .plain(let text): html.append(text)
        case .part(let part): walkPart(plan.parts[part])
        case nil: break
        }
    }

    /// Writes a text that stands apart from the document.
    mutating func walkPart(_ part: Node) {
        let outer = lines
        lines = plan.partLines
        walk(part)
        lines = outer
    }
}
