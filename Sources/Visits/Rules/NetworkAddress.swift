import Glibc

/// An Internet address; IPv4 as IPv6 maps it (`::ffff:a.b.c.d`).
package struct NetworkAddress: Hashable, Sendable {
    /// Sixteen bytes, the first in the highest place.
    let high: UInt64
    let low: UInt64

    private static let mapped: UInt64 = 0xffff << 32

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Nil for what is no address: names, addresses with a port.
    package init?(_ text: some StringProtocol) {
        var four = in_addr()
        var six = in6_addr()
        let text = String(text)
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(high: 0, low: Self.mapped | UInt64(UInt32(bigEndian: four.s_addr)))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self = withUnsafeBytes(of: &six) { bytes in
                NetworkAddress(
                    high: UInt64(bigEndian: bytes.load(fromByteOffset: 0, as: UInt64.self)),
                    low: UInt64(bigEndian: bytes.load(fromByteOffset: 8, as: UInt64.self)))
            }
        } else {
            return nil
        }
    }

    /// What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one.
    var network: NetworkAddress { isFour ? self : prefix(64) }

    fileprivate var isFour: Bool { high == 0 && low >> 32 == Self.mapped >> 32 }

    fileprivate func prefix(_ bits: Int) -> NetworkAddress {
        func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? ~0 : ~(~0 >> UInt64(bits)) }
        return NetworkAddress(high: high & mask(bits), low: low & mask(bits - 64))
    }
}

/// Addresses with a common start: `10.0.0.0/8`, `::1`.
package struct NetworkRange: Hashable, Sendable {
    private let start: NetworkAddress
    private let bits: Int

    /// Nil for what is no range.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = NetworkAddress(parts[0]) else { return nil }
        let most = address.isFour && !parts[0].contains(":") ? 32 : 128
        var length = most
        if parts.count == 2 {
            guard let written = Int(parts[1]), 0...most ~= written else { return nil }
            length = written
        }
        bits = length + 128 - most
        start = address.prefix(bits)
    }

    package func contains(_ address: NetworkAddress) -> Bool { address.prefix(bits) == start }
}

/// The address of a reader behind proxies.
package enum ForwardedAddress {
    /// Goes back through `X-Forwarded-For` as long as who says so is trusted. From anybody else the header is hearsay.
    package static func of(
        _ peer: NetworkAddress, forwardedFor header: String?, trusting proxies: [NetworkRange]
    ) -> NetworkAddress {
        var address = peer
        for entry in (header ?? "").split(separator: ",").reversed() {
            guard proxies.contains(where: { $0.contains(address) }),
                let earlier = NetworkAddress(entry.trimmed)
            else { break }
            address = earlier
        }
        return address
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...last]
    }
}
