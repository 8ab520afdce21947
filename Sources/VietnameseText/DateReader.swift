/// Reads weekday, day, time and offset from tokens, in any order, each at most once.
struct DateReader {
    private let tokens: [DateToken]
    private var position = 0
    private var written = WrittenDate()

    init(tokens: [DateToken]) {
        self.tokens = tokens
    }

    /// The parts of the date; fails when a token is part of none of them.
    mutating func read() throws(DateProblem) -> WrittenDate {
        while position < tokens.count {
            guard try takePart() else { throw .notADate }
        }
        return written
    }

    private mutating func takePart() throws(DateProblem) -> Bool {
        if try takeWeekday() { return true }
        if try takeTime() { return true }
        if try takeDay() { return true }
        if try takeOffset() { return true }
        return takeFiller()
    }

    private mutating func takeFiller() -> Bool {
        switch tokens[position].kind {
        case .word(.day), .word(.filler): break
        case .sign(let sign) where sign != UInt8(ascii: "/") && sign != UInt8(ascii: ":"): break
        default: return false
        }
        position += 1
        return true
    }
}

// Looking ahead.
extension DateReader {
    private func number(at index: Int) -> DateToken? {
        guard index < tokens.count, tokens[index].kind == .number else { return nil }
        return tokens[index]
    }

    private func isWord(_ word: DateToken.Word, at index: Int) -> Bool {
        index < tokens.count && tokens[index].kind == .word(word)
    }

    private func sign(at index: Int) -> UInt8? {
        guard index < tokens.count, case .sign(let sign) = tokens[index].kind else { return nil }
        return sign
    }

    private func isSign(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        sign(at: index) == UInt8(ascii: scalar)
    }
}

// Weekdays: `Thứ Hai`, `Thứ 2`, `T2`, `Chủ nhật`, `CN`.
extension DateReader {
    private mutating func takeWeekday() throws(DateProblem) -> Bool {
        guard let (weekday, length) = weekday(at: position) else { return false }
        guard written.weekday == nil else { throw .notADate }
        written.weekday = weekday
        position += length
        return true
    }

    private func weekday(at index: Int) -> (weekday: Int, length: Int)? {
        guard case .word(let word) = tokens[index].kind else { return nil }
        switch word {
        case .sundayShort: return (7, 1)
        case .sundayMark: return isWord(.sunday, at: index + 1) ? (7, 2) : nil
        case .weekdayMark: return (ordinal(at: index + 1) ?? number2to7(at: index + 1)).map { ($0 - 1, 2) }
        case .t:
            guard number(at: index + 1)?.isSpaced == false else { return nil }
            return number2to7(at: index + 1).map { ($0 - 1, 2) }
        default: return nil
        }
    }

    /// The Vietnamese week counts from Sunday: Monday is the second day.
    private func ordinal(at index: Int) -> Int? {
        let words: [DateToken.Word] = [.two, .three, .four, .five, .six, .seven]
        return words.firstIndex { isWord($0, at: index) }.map { $0 + 2 }
    }

    private func number2to7(at index: Int) -> Int? {
        guard let number = number(at: index), number.digits == 1, 2...7 ~= number.value else { return nil }
        return number.value
    }
}

// Days: `26/3/2024`, `26-03-2024`, `26.3.2024`, `2024/03/26`, `26 tháng 3 năm 2024`.
extension DateReader {
    private mutating func takeDay() throws(DateProblem) -> Bool {
        var found = try numericDay(at: position)
        if found == nil { found = try wordedDay(at: position) }
        guard let (day, length) = found else { return false }
        guard written.day == nil else { throw .notADate }
        written.day = day
        position += length
        return true
    }

    private func numericDay(at index: Int) throws(DateProblem) -> (WrittenDate.Day, length: Int)? {
        guard let first = number(at: index), let separator = dateSeparator(at: index + 1),
            let second = number(at: index + 2)
        else { return nil }
        guard sign(at: index + 3) == separator, let third = number(at: index + 4) else { throw .yearMissing }
        if first.digits == 4 { return (Self.day(third, second, year: first), 5) }
        return (Self.day(first, second, year: third), 5)
    }

    private func wordedDay(at index: Int) throws(DateProblem) -> (WrittenDate.Day, length: Int)? {
        guard let day = number(at: index), isWord(.month, at: index + 1), let month = number(at: index + 2)
        else {
            return nil
        }
        let isJoined =
            isWord(.five, at: index + 3) || isSign(",", at: index + 3) || isSign("/", at: index + 3)
        var yearIndex = isJoined ? index + 4 : index + 3
        if isSign(",", at: index + 3), isWord(.five, at: index + 4) { yearIndex += 1 }
        guard let year = number(at: yearIndex) else { throw .yearMissing }
        return (Self.day(day, month, year: year), yearIndex + 1 - index)
    }

    private func dateSeparator(at index: Int) -> UInt8? {
        isSign("/", at: index) || isSign("-", at: index) || isSign(".", at: index) ? sign(at: index) : nil
    }

    private static func day(_ day: DateToken, _ month: DateToken, year: DateToken) -> WrittenDate.Day {
        WrittenDate.Day(
            year: .init(value: year.value, digits: year.digits), month: month.value, day: day.value
        )
    }
}

// Times: `16:46`, `16:46:05`, `10:8`, `8h30`, `8 giờ 30 phút`, `8g`, `08:20 SA`.
extension DateReader {
    private mutating func takeTime() throws(DateProblem) -> Bool {
        guard let hour = number(at: position) else { return false }
        let start = position
        var time = WrittenDate.Time(hour: hour.value)
        guard takeColonTime(&time) || takeWordedTime(&time) else {
            position = start
            return false
        }
        takeHalf(&time)
        guard written.time == nil else { throw .notADate }
        written.time = time
        return true
    }

    private mutating func takeColonTime(_ time: inout WrittenDate.Time) -> Bool {
        guard isSign(":", at: position + 1), let minute = number(at: position + 2) else { return false }
        time.minute = minute.value
        position += 3
        if isSign(":", at: position), let second = number(at: position + 1) {
            time.second = second.value
            position += 2
            skipFraction()
        }
        return true
    }

    private mutating func skipFraction() {
        guard isSign(".", at: position), number(at: position + 1)?.isSpaced == false else { return }
        position += 2
    }

    private mutating func takeWordedTime(_ time: inout WrittenDate.Time) -> Bool {
        guard isWord(.hour, at: position + 1) else { return false }
        position += 2
        guard let minute = number(at: position), isMinute(at: position) else { return true }
        time.minute = minute.value
        position += 1
        guard isWord(.minute, at: position) else { return true }
        position += 1
        if let second = number(at: position), isWord(.second, at: position + 1) {
            time.second = second.value
            position += 2
        }
        return true
    }

    /// In `8h30` the number belongs to the time, in `8h 26/3/2024` it is the day.
    private func isMinute(at index: Int) -> Bool {
        guard tokens[index].isSpaced else { return true }
        if isWord(.month, at: index + 1) { return false }
        return dateSeparator(at: index + 1) == nil || number(at: index + 2) == nil
            || sign(at: index + 3) != sign(at: index + 1)
    }

    private mutating func takeHalf(_ time: inout WrittenDate.Time) {
        if isWord(.morning, at: position) {
            time.half = .morning
        } else if isWord(.afternoon, at: position) {
            time.half = .afternoon
        } else {
            return
        }
        position += 1
    }
}

// Offsets: `GMT+7`, `UTC+07:00`, `GMT`, `+07:00`, `+0700`, `Z`.
extension DateReader {
    private mutating func takeOffset() throws(DateProblem) -> Bool {
        let start = position
        guard written.time != nil, let offset = readOffset() else {
            position = start
            return false
        }
        guard written.offset == nil else { throw .notADate }
        written.offset = offset
        return true
    }

    private mutating func readOffset() -> WrittenDate.Offset? {
        if isWord(.zulu, at: position) {
            position += 1
            return .utc
        }
        guard isWord(.gmt, at: position) else { return isSign("+", at: position) ? signedOffset() : nil }
        position += 1
        return signedOffset() ?? .utc
    }

    private mutating func signedOffset() -> WrittenDate.Offset? {
        let west = isSign("-", at: position)
        guard west || isSign("+", at: position), let hours = number(at: position + 1), !hours.isSpaced else {
            return nil
        }
        position += 2
        if hours.digits == 4 {
            return .signed(west: west, hours: hours.value / 100, minutes: hours.value % 100)
        }
        guard isSign(":", at: position), let minutes = number(at: position + 1) else {
            return .signed(west: west, hours: hours.value, minutes: 0)
        }
        position += 2
        return .signed(west: west, hours: hours.value, minutes: minutes.value)
    }
}
