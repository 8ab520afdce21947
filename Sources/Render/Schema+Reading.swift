import Bytes
import Templates

/// Short forms in which the schema's tables are written. A field's reader gets the world and the number of
/// its object.
extension Field {
    /// The engine hands back the world it was given: always a `SiteWorld`.
    private static func reader(_ read: @escaping @Sendable (SiteWorld, Int) -> Value) -> Reader {
        { world, index in read(unsafeDowncast(world, to: SiteWorld.self), index) }
    }

    static func text(_ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> String)
        -> Field
    {
        Field(name, .text, doc, read: reader { .text(read($0, $1)) })
    }

    /// The address of a page; `digest` appends bytes that stand for it.
    static func address(
        _ name: String, _ doc: String,
        digest: @escaping @Sendable (SiteWorld, PageNumber, inout ByteBuffer) -> Void,
        _ read: @escaping @Sendable (SiteWorld, PageNumber) -> String
    ) -> Field {
        Field(
            name, .text, doc,
            digest: { world, number, bytes in
                digest(unsafeDowncast(world, to: SiteWorld.self), PageNumber(number: number), &bytes)
            }, read: reader { .text(read($0, PageNumber(number: $1))) })
    }

    static func optionalText(
        _ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> String?
    ) -> Field {
        Field(
            name, .optional(.text), doc,
            read: reader { world, index in read(world, index).map { .text($0) } ?? .none })
    }

    static func int(_ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Int)
        -> Field
    {
        Field(name, .int, doc, read: reader { .int(read($0, $1)) })
    }

    static func optionalInt(
        _ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Int?
    ) -> Field {
        Field(
            name, .optional(.int), doc,
            read: reader { world, index in read(world, index).map { .int($0) } ?? .none })
    }

    static func bool(_ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Bool)
        -> Field
    {
        Field(name, .bool, doc, read: reader { .bool(read($0, $1)) })
    }

    static func date(_ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Int)
        -> Field
    {
        Field(name, .date, doc, read: reader { .date(read($0, $1)) })
    }

    static func optionalDate(
        _ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Int?
    ) -> Field {
        Field(
            name, .optional(.date), doc,
            read: reader { world, index in read(world, index).map { .date($0) } ?? .none })
    }

    static func object(
        _ name: String, _ type: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Int
    ) -> Field {
        Field(name, .object(type), doc, read: reader { .object(read($0, $1)) })
    }

    static func optionalObject(
        _ name: String, _ type: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> Int?
    ) -> Field {
        Field(
            name, .optional(.object(type)), doc,
            read: reader { world, index in read(world, index).map { .object($0) } ?? .none })
    }

    static func list(
        _ name: String, of type: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> List
    ) -> Field {
        Field(name, .list(.object(type)), doc, read: reader { .list(read($0, $1)) })
    }

    static func texts(
        _ name: String, _ doc: String, _ read: @escaping @Sendable (SiteWorld, Int) -> [String]
    ) -> Field {
        Field(
            name, .list(.text), doc,
            read: reader { world, index in .list(.values(read(world, index).map { .text($0) })) })
    }

    static func markup(
        _ name: String, _ doc: String,
        digest: @escaping @Sendable (SiteWorld, Int, inout ByteBuffer) -> Void, isReplaced: Bool = false,
        _ read: @escaping @Sendable (SiteWorld, Int) -> Markup
    ) -> Field {
        Field(
            name, .html, doc,
            digest: { world, index, bytes in
                digest(unsafeDowncast(world, to: SiteWorld.self), index, &bytes)
            }, isReplaced: isReplaced, read: reader { .markup(read($0, $1)) })
    }

    static func value(
        _ name: String, _ type: ValueType, _ doc: String,
        _ read: @escaping @Sendable (SiteWorld, Int) -> Value
    ) -> Field {
        Field(name, type, doc, read: reader(read))
    }
}
