import Diagnostics

/// What can be wrong with a template.
package enum TemplateProblem: Problem {
    // Reading
    case invalidUTF8
    case unclosedDelimiter(String)
    case unclosedString
    case unclosedTag(String, end: String)
    case unexpectedTag(String, inside: String?)
    case unknownTag(String, suggestion: String?)
    case unsupportedTag(String)
    case unexpectedCharacter(String)
    case unexpected(found: String, expected: Expected)
    case numberTooLarge
    case decimalNumber
    case loopCondition
    case nestedTooDeep(limit: Int)
    case duplicateBlock(String)
    case duplicateMacro(String)
    case duplicateExtends
    case duplicateParameter(String)
    case contentOutsideBlock

    // Files
    case missingTemplate(String, suggestion: String?)
    case missingPageTemplate(page: String, template: String)
    case circle(Circle, [String])
    case missingFragment(String, suggestion: String?)
    case badFragmentName(String)
    case fragmentInFragment(String)
    case unknownBlock(String, suggestion: String?)
    case superOutsideBlock
    case superWithoutParent(String)

    // Names
    case unknownVariable(String, page: String, suggestion: String?)
    case pageVariableInFragment(String)
    case unknownField(String, of: ValueType, suggestion: String?)
    case fieldOfPlainValue(String, of: ValueType)
    case fieldOfOptional(String, path: String)
    case unknownFilter(String, suggestion: String?)
    case unknownTest(String, suggestion: String?)
    case unknownFunction(String, suggestion: String?)
    case notAFunction
    case macroWithoutCall(String)

    // Types
    case cannotPrint(ValueType)
    case notAList(ValueType)
    case wrongOperand(String, ValueType, expected: [ValueType])
    case incomparable(String, ValueType, ValueType)
    case optionalOperand(String)
    case mixedTypes(ValueType, ValueType)
    case wrongInput(filter: String, ValueType, accepted: [ValueType])
    case wrongTestInput(test: String, ValueType, accepted: [ValueType])
    case wrongArgument(callee: String, argument: String, ValueType, expected: ValueType)
    case missingArgument(callee: String, argument: String)
    case unknownArgument(callee: String, argument: String, suggestion: String?)
    case duplicateArgument(callee: String, argument: String)
    case tooManyArguments(callee: String, limit: Int)
    case literalNeeded(callee: String, argument: String)
    case divisionByZero

    /// What the parser was looking for.
    package enum Expected: Sendable {
        case token(String)
        case expression, name, templateName, endOfTag
    }

    /// What runs in a circle.
    package enum Circle: Sendable { case extends, include, macro, block }

    package var kind: String { "template" }
}
