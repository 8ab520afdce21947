import Glibc

/// How the preview is reached, and how it watches.
package struct PreviewOptions: Sendable {
    /// 0 takes any free port; of a port that is taken the next free one is taken.
    package var port = 8080
    /// An address or name of this machine.
    package var address = "127.0.0.1"
    /// Looks for changes and does not wait to be told of them.
    package var polling = false
    /// Sends browsers to the article that was saved.
    package var navigates = false

    package init() {}

    /// Whether only programs on this machine can ask.
    var isLocal: Bool { Self.isLocal(address) }

    /// Whether `host` is a name or an address that leads to this machine from everywhere.
    static func isLocal(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The host in the address that is printed: one that other machines can open, too, when all are listened to.
    var shownHost: String {
        switch address {
        case "0.0.0.0", "::": Self.outerAddress ?? "127.0.0.1"
        default: address.contains(":") ? "[\(address)]" : address
        }
    }

    /// The first IPv4 address of this machine that is not its own loop.
    private static var outerAddress: String? {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return nil }
        defer { freeifaddrs(list) }
        for entry in sequence(first: list, next: { $0?.pointee.ifa_next }) {
            guard let entry = entry?.pointee, let address = entry.ifa_addr,
                address.pointee.sa_family == sa_family_t(AF_INET), entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0
            else { continue }
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            if getnameinfo(address, length, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0 {
                return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            }
        }
        return nil
    }
}
