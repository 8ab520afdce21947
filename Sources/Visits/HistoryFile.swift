package import Diagnostics

/// All counts as text, to be kept and moved: lines of `kind,day,number,article`, sorted. A log that was read has its length
/// and its hash there. The last line says how many there are before it: a file that was cut short is none.
///
///     bantin-visits 1
///     baseline,,6498589,
///     baseline,,14589,tin-tuc/2026/dai-hoi
///     log,,48213,5b0f2c9f4f3f5d8a1c0d9c86a6b1b9e2
///     view,20261122,152,tin-tuc/2026/dai-hoi
///     visit,20261122,1207,
///     end,,5,
package enum HistoryFile {
    private static let head = "bantin-visits 1"

    package static func text(_ history: VisitHistory) -> String {
        var lines = [history.baseline > 0 ? "baseline,,\(history.baseline)," : nil].compactMap(\.self)
        lines += history.baselines.map { "baseline,,\($0.value),\($0.key)" }
        lines += history.batch.marks.map { "log,,\($0.length),\($0.hex)" }
        lines += history.batch.visits.map { "visit,\($0.key),\($0.value)," }
        lines += history.batch.views.map { "view,\($0.key.day),\($0.value),\($0.key.article)" }
        return ([head] + lines.sorted() + ["end,,\(lines.count),"]).map { $0 + "\n" }.joined()
    }

    /// The largest number taken: no portal has more, and sums of them are numbers, too.
    package static let largest = 100_000_000_000

    package static func read(_ bytes: [UInt8], name: String) throws(HistoryFileFailure) -> VisitHistory {
        var history = VisitHistory()
        var lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first?.elementsEqual(head) ?? false else { throw .line(name: name, line: 1) }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        guard lines.count > 1, lines[lines.count - 1].elementsEqual("end,,\(lines.count - 2),") else {
            throw .notWhole(name: name)
        }
        for (index, line) in lines.enumerated().dropFirst().dropLast() {
            let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
            guard cells.count == 4, let number = Int(cells[2]), 0...largest ~= number,
                history.take(cells, number)
            else { throw .line(name: name, line: index + 1) }
        }
        return history
    }
}

extension VisitHistory {
    /// False for a line that says nothing.
    fileprivate mutating func take(_ cells: [Substring], _ number: Int) -> Bool {
        let article = String(cells[3])
        switch (cells[0], Int(cells[1])) {
        case ("baseline", nil) where article.isEmpty: baseline = number
        case ("baseline", nil): baselines[article] = number
        case ("log", nil):
            guard let mark = LogMark(length: number, hex: article) else { return false }
            batch.marks.insert(mark)
        case ("visit", let day?) where article.isEmpty: batch.visits[day, default: 0] += number
        case ("view", let day?) where !article.isEmpty:
            batch.views[VisitBatch.ArticleDay(article: article, day: day), default: 0] += number
        default: return false
        }
        return true
    }
}

/// A file that `export` did not write.
package enum HistoryFileFailure: Error, Hashable, Problem {
    case cannotRead(name: String)
    case line(name: String, line: Int)
    case notWhole(name: String)

    package var kind: String { "visits" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.cannotRead(let name), .vietnamese): "không đọc được `\(name)`"
        case (.cannotRead(let name), .english): "`\(name)` cannot be read"
        case (.line(let name, let line), .vietnamese):
            "\(name):\(line): dòng này không phải số liệu do `bantin visits export` ghi"
        case (.line(let name, let line), .english):
            "\(name):\(line): this line was not written by `bantin visits export`"
        case (.notWhole(let name), .vietnamese):
            "\(name): thiếu phần cuối: dòng `end` không có hoặc không khớp số dòng"
        case (.notWhole(let name), .english):
            "\(name): the end is missing: no line `end`, or it counts other lines"
        }
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese
            ? "xem tên tệp, hoặc xuất lại; chưa có gì được nạp"
            : "look at the name, or export once more; nothing was imported"
    }
}
