import Testing

@testable import Visits

struct NetworkAddressTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "203.0.113.9", true),
        ("0.0.0.0/0", "2001:db8::1", false),
        ("::1", "::1", true), ("2001:db8::/32", "2001:db8:1::5", true),
        ("2001:db8::/32", "2001:db9::5", false),
        ("10.0.0.0/8", "::ffff:10.1.1.1", true), ("172.16.0.0/12", "172.31.255.255", true),
        ("172.16.0.0/12", "172.32.0.0", false),
    ])
    func ranges(_ range: String, _ address: String, _ isInside: Bool) throws {
        let range = try #require(NetworkRange(range))
        #expect(range.contains(try #require(NetworkAddress(address))) == isInside)
    }

    @Test(arguments: [
        "", "10.0.0.0/33", "10.0.0/8", "::1/129", "a.example", "10.0.0.0/-1", "10.0.0.0/8/8", "1.2.3.4:80",
    ])
    func whatIsNoRange(_ text: String) { #expect(NetworkRange(text) == nil) }

    @Test(arguments: [
        // Nobody is trusted: the header is hearsay.
        ("203.0.113.1", "198.51.100.7", [], "203.0.113.1"),
        ("203.0.113.1", "198.51.100.7", ["10.0.0.0/8"], "203.0.113.1"),
        ("127.0.0.1", "198.51.100.7", ["127.0.0.0/8"], "198.51.100.7"),
        // What stands before the first address that is not trusted was written by whoever is there.
        ("127.0.0.1", "192.0.2.66, 198.51.100.7, 10.0.0.5", ["127.0.0.1", "10.0.0.0/8"], "198.51.100.7"),
        ("127.0.0.1", "192.0.2.66,198.51.100.7", ["127.0.0.1"], "198.51.100.7"),
        ("127.0.0.1", "", ["127.0.0.1"], "127.0.0.1"),
        ("127.0.0.1", "unknown", ["127.0.0.1"], "127.0.0.1"),
        ("127.0.0.1", "198.51.100.7, garbage", ["127.0.0.1"], "127.0.0.1"),
        ("::1", "2001:db8::7", ["::1"], "2001:db8::7"),
    ])
    func forwarded(_ peer: String, _ header: String, _ trusted: [String], _ reader: String) throws {
        let found = ForwardedAddress.of(
            try #require(NetworkAddress(peer)), forwardedFor: header,
            trusting: trusted.compactMap(NetworkRange.init))
        #expect(found == NetworkAddress(reader))
    }
}
