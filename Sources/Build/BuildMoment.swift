import Diagnostics
import Model
import VietnameseText

/// The build moment T, and what must not be published at it.
enum BuildMoment {
    static func settle(
        _ request: BuildRequest, zone: ZoneOffset, _ diagnostics: inout [Diagnostic]
    ) -> Timestamp {
        if request.drafts, request.writesPublic {
            diagnostics.append(Diagnostic(.error, BuildProblem.draftsIntoPublic))
        }
        guard let text = request.at else { return request.now }
        guard case .success(let parsed) = DateParser.parse(text, zone: zone) else {
            diagnostics.append(Diagnostic(.error, BuildProblem.badMoment(text)))
            return request.now
        }
        if parsed.timestamp > request.now, request.writesPublic {
            diagnostics.append(Diagnostic(.error, BuildProblem.futureIntoPublic(text)))
        }
        return parsed.timestamp
    }
}
