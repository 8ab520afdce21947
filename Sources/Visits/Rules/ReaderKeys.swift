internal import Crypto
internal import Model

/// What stands for a reader in memory: nobody can say whom, and from tomorrow on nobody can ask.
package struct ReaderKey: Hashable, Sendable {
    private let value: UInt64

    init(_ value: UInt64) { self.value = value }
}

/// Makes keys from addresses and the names of browsers (HMAC-SHA256) with a salt that is never written down and is
/// another one every day.
struct ReaderKeys {
    private var salt = SymmetricKey(size: .bits256)
    private var day: CivilDate?

    /// True when a new day begins: keys made so far stand for nobody any more.
    mutating func begin(_ day: CivilDate) -> Bool {
        guard day != self.day else { return false }
        self.day = day
        salt = SymmetricKey(size: .bits256)
        return true
    }

    func key(of address: NetworkAddress, _ agent: String) -> ReaderKey {
        var hash = HMAC<SHA256>(key: salt)
        withUnsafeBytes(of: (address.high, address.low)) { hash.update(data: $0) }
        hash.update(data: Array(agent.utf8))
        return ReaderKey(hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) })
    }
}
