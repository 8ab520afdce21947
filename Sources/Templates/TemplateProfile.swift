internal import Bytes

/// How long templates took: each file, and each macro of it, with and without what it includes.
package struct TemplateProfile: Sendable {
    package struct Line: Sendable {
        /// `sen/article.html`, or `sen/macros.html:card` for a macro.
        package let template: String
        /// How often it was rendered. What is remembered from an earlier page is not rendered again.
        package let count: Int
        /// With all that it includes, extends and calls.
        package let total: Duration
        /// Without them.
        package let own: Duration
        /// The longest of all times with them.
        package let longest: Duration
    }

    /// The one that took longest itself comes first.
    package let lines: [Line]
}

/// Takes the times while one thread renders.
package final class TemplateClock {
    private struct Sum {
        var count = 0
        var total = Duration.zero
        var own = Duration.zero
        var longest = Duration.zero
    }

    private var sums: [String: Sum] = [:]
    /// How long what is inside of each open template took so far, outermost first.
    private var inside: [Duration] = []

    package init() {}

    func time(_ template: String, _ render: () -> Void) {
        inside.append(.zero)
        let start = ContinuousClock.now
        render()
        let time = ContinuousClock.now - start
        let others = inside.removeLast()
        if !inside.isEmpty { inside[inside.count - 1] += time }
        var sum = sums[template, default: Sum()]
        sum.count += 1
        sum.total += time
        sum.own += time - others
        sum.longest = max(sum.longest, time)
        sums[template] = sum
    }

    package var profile: TemplateProfile {
        let lines = sums.map { template, sum in
            TemplateProfile.Line(
                template: template, count: sum.count, total: sum.total, own: sum.own, longest: sum.longest)
        }
        return TemplateProfile(
            lines: lines.sorted { $0.own != $1.own ? $0.own > $1.own : $0.template < $1.template })
    }
}

/// A part whose time is taken. Only sets that were compiled for it have any.
final class TimedNode: Node, @unchecked Sendable {
    private let template: String
    private let body: Node

    init(_ template: String, _ body: Node) {
        self.template = template
        self.body = body
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        guard let clock = frame.renderer.clock else { return body.render(frame, to: &out) }
        clock.time(template) { body.render(frame, to: &out) }
    }
}
