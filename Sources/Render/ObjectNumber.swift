import Model

/// Kinds of periods, by the number they have in packed objects.
enum PeriodKind: Int, Sendable {
    case day, month, year
}

/// A day, a month or a year as one number: the index in its list and the kind.
struct PeriodNumber {
    let kind: PeriodKind
    let index: Int

    init(_ kind: PeriodKind, _ index: Int) {
        self.kind = kind
        self.index = index
    }

    init(number: Int) {
        kind = PeriodKind(rawValue: number & 3) ?? .day
        index = number >> 2
    }

    var number: Int { index << 2 | kind.rawValue }
}

/// A picture as one number: whose it is.
struct ImageNumber {
    enum Owner: Int {
        case article, page, banner, cover, photo
    }

    let owner: Owner
    let index: Int

    init(_ owner: Owner, _ index: Int) {
        self.owner = owner
        self.index = index
    }

    init(number: Int) {
        owner = Owner(rawValue: number & 7) ?? .article
        index = number >> 3
    }

    /// A photo of an album.
    init(photo: Int, ofAlbum album: Int) { self.init(.photo, PartNumber(album, photo).number) }

    var number: Int { index << 3 | owner.rawValue }
}

/// A part of something as one number: the index of the whole and of the part, of which there are at most a million.
struct PartNumber {
    let owner: Int
    let index: Int

    init(_ owner: Int, _ index: Int) {
        self.owner = owner
        self.index = index
    }

    init(number: Int) {
        owner = number >> 20
        index = number & 0xF_FFFF
    }

    var number: Int { owner << 20 | index }
}

/// A page of the site as one number: its kind, its subject, its number in a list (from 1), and, for a page
/// number in a pager, whether it is the current one.
struct PageNumber {
    let kind: PageKindID
    let subject: Int
    let page: Int
    let isCurrent: Bool

    init(_ kind: PageKindID, _ subject: Int, page: Int = 1, isCurrent: Bool = false) {
        self.kind = kind
        self.subject = subject
        self.page = page
        self.isCurrent = isCurrent
    }

    init(number: Int) {
        isCurrent = number & 1 == 1
        kind = PageKindID(rawValue: UInt8(truncatingIfNeeded: number >> 1 & 31)) ?? .home
        page = number >> 6 & 0xFF_FFFF
        subject = number >> 30
    }

    var number: Int { subject << 30 | page << 6 | Int(kind.rawValue) << 1 | (isCurrent ? 1 : 0) }

    func turned(to page: Int, current: Int? = nil) -> PageNumber {
        PageNumber(kind, subject, page: page, isCurrent: page == current)
    }
}
