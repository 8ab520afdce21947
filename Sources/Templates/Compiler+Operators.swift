import Diagnostics

// Operators and what they tell about optionals.
extension Compiler {
    func checkNot(_ syntax: ExpressionSyntax) -> Checked {
        let operand = check(syntax)
        var result = operand
        result.expression = NotExpression(operand.expression)
        result.type = .bool
        (result.whenTrue, result.whenFalse) = (operand.whenFalse, operand.whenTrue)
        result.known = operand.known.map { !$0 }
        result.path = nil
        return result
    }

    func checkNegative(_ syntax: ExpressionSyntax) -> Checked {
        let operand = checkOperand(syntax, "-", .int)
        if case .int(let number)? = operand.expression.constant { return .constant(.int(0 &- number), .int) }
        let zero = ConstantExpression(.int(0))
        var result = Checked(expression: ArithmeticExpression(.minus, zero, operand.expression), type: .int)
        result = result.adding(operand)
        return result
    }

    /// Checks an operand that must have exactly `type`.
    func checkOperand(_ syntax: ExpressionSyntax, _ sign: String, _ type: ValueType) -> Checked {
        var operand = check(syntax)
        guard let found = operand.type, found != type else { return operand }
        if found.plain == type {
            report(.optionalOperand(text(syntax)), syntax.range)
        } else {
            report(.wrongOperand(sign, found, expected: [type]), syntax.range)
        }
        operand.type = nil
        return operand
    }

    func checkConditional(
        _ yesSyntax: ExpressionSyntax, _ conditionSyntax: ExpressionSyntax, _ noSyntax: ExpressionSyntax?
    ) -> Checked {
        let condition = check(conditionSyntax)
        let none = Checked.constant(.none, .nothing)
        let yes = condition.known == false ? nil : assuming(condition.whenTrue) { check(yesSyntax) }
        let no = condition.known == true ? nil : assuming(condition.whenFalse) { noSyntax.map(check) ?? none }
        guard let yes else { return no ?? none }
        guard let no else { return yes }
        guard let yesType = yes.type, let noType = no.type else { return .broken }
        guard let type = ValueType.join(yesType, noType) else {
            report(.mixedTypes(yesType, noType), (noSyntax ?? yesSyntax).range)
            return .broken
        }
        let expression = ConditionalExpression(condition.expression, yes.expression, no.expression)
        var result = Checked(expression: expression, type: type).adding(condition)
        result.places = []
        return result.adding(yes).adding(no)
    }

    /// Runs `body` where `paths` are known to hold something.
    private func assuming<Result>(_ paths: Set<Dependencies.Path>, _ body: () -> Result) -> Result {
        let present = scope.present
        defer { scope.present = present }
        scope.present.formUnion(paths)
        return body()
    }

    func checkBinary(_ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax) -> Checked {
        switch sign {
        case .and: checkAnd(left, right)
        case .or: checkOr(left, right)
        case .equal, .unequal: checkEquality(sign, left, right)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: checkOrder(sign, left, right)
        case .within, .notWithin: checkContains(sign, left, right)
        case .concatenate: checkConcatenation(left, right)
        case .plus, .minus, .times, .divide, .remainder: checkArithmetic(sign, left, right)
        }
    }
}

// MARK: and, or

extension Compiler {
    private func checkAnd(_ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax) -> Checked {
        let left = check(leftSyntax)
        if left.known == false { return left }
        let right = assuming(left.whenTrue) { check(rightSyntax) }
        let isBool = left.type == .bool && right.type == .bool
        var result = Checked(
            expression: AndExpression(left.expression, right.expression, isBool: isBool),
            type: isBool ? .bool : right.type.map(\.optional))
        result = result.adding(left)
        result.places = []
        result = result.adding(right)
        result.whenTrue = left.whenTrue.union(right.whenTrue)
        result.whenFalse = left.whenFalse.intersection(right.whenFalse)
        if left.known == true {
            result.known = right.known
        } else if right.known == false {
            result.known = false
        }
        if left.type == nil { result.type = nil }
        return result
    }

    private func checkOr(_ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax) -> Checked {
        let left = check(leftSyntax)
        if left.known == true { return left }
        let right = assuming(left.whenFalse) { check(rightSyntax) }
        guard let leftType = left.type, let rightType = right.type else { return .broken }
        // The left side is only taken when it is true, so that it holds something.
        let joined = ValueType.join(leftType.plain, rightType)
        let isBool = joined == nil || joined == .bool
        var result = Checked(
            expression: OrExpression(left.expression, right.expression, isBool: isBool), type: joined ?? .bool
        )
        result = result.adding(left).adding(right)
        result.whenTrue = left.whenTrue.intersection(right.whenTrue)
        result.whenFalse = left.whenFalse.union(right.whenFalse)
        if left.known == false {
            result.known = right.known
        } else if right.known == true {
            result.known = true
        }
        return result
    }
}

// MARK: Comparisons

extension Compiler {
    private func checkEquality(
        _ sign: BinaryOperator, _ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax
    ) -> Checked {
        let (left, right) = (check(leftSyntax), check(rightSyntax))
        var result = Checked(
            expression: ComparisonExpression(sign, left.expression, right.expression), type: .bool
        ).adding(left).adding(right)
        guard let leftType = left.type, let rightType = right.type else { return result }
        if !leftType.isNothing, !rightType.isNothing { markCompared(left, right) }
        if ValueType.join(leftType, rightType) == nil || leftType.element != nil || rightType.element != nil {
            report(
                .incomparable(sign.rawValue, leftType, rightType),
                leftSyntax.range.lowerBound..<rightSyntax.range.upperBound)
        }
        // What equals something is something; what differs from `none` too.
        let holding = [(left, rightType), (right, leftType)].filter { !$1.isOptional }.compactMap(\.0.path)
        let noneIsOther = [(left, rightType), (right, leftType)].filter { $1.isNothing }.compactMap(\.0.path)
        if sign == .equal {
            (result.whenTrue, result.whenFalse) = (Set(holding), Set(noneIsOther))
        } else {
            (result.whenTrue, result.whenFalse) = (Set(noneIsOther), Set(holding))
        }
        return result
    }

    private func checkOrder(
        _ sign: BinaryOperator, _ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax
    ) -> Checked {
        let left = checkOrdered(leftSyntax, sign)
        let right = checkOrdered(rightSyntax, sign)
        if let leftType = left.type, let rightType = right.type, leftType != rightType {
            let range = leftSyntax.range.lowerBound..<rightSyntax.range.upperBound
            report(.incomparable(sign.rawValue, leftType, rightType), range)
        }
        let expression = ComparisonExpression(sign, left.expression, right.expression)
        return Checked(expression: expression, type: .bool).adding(left).adding(right)
    }

    private func checkOrdered(_ syntax: ExpressionSyntax, _ sign: BinaryOperator) -> Checked {
        var operand = check(syntax)
        guard let type = operand.type, ![.int, .date, .text].contains(type) else { return operand }
        if type.isOptional, [.int, .date, .text].contains(type.plain) {
            report(.optionalOperand(text(syntax)), syntax.range)
        } else {
            report(.wrongOperand(sign.rawValue, type, expected: [.int, .date, .text]), syntax.range)
        }
        operand.type = nil
        return operand
    }

    /// Which objects these are decides, not only what is read of them.
    private func markCompared(_ left: Checked, _ right: Checked) {
        for side in [left, right] where side.type?.innermostObject != nil {
            for place in side.places { place.isCompared = true }
            if side.places.isEmpty { scope.readsUnknown = true }
        }
    }

    private func checkContains(
        _ sign: BinaryOperator, _ partSyntax: ExpressionSyntax, _ wholeSyntax: ExpressionSyntax
    ) -> Checked {
        let (part, whole) = (check(partSyntax), check(wholeSyntax))
        let range = partSyntax.range.lowerBound..<wholeSyntax.range.upperBound
        markCompared(part, whole)
        if let partType = part.type, let wholeType = whole.type, !wholeType.isNothing {
            if let element = wholeType.element {
                if ValueType.join(partType, element) == nil {
                    report(.incomparable(sign.rawValue, partType, wholeType), range)
                }
            } else if wholeType.plain != .text {
                report(.notAList(wholeType), wholeSyntax.range)
            } else if partType.plain != .text, !partType.isNothing {
                report(.incomparable(sign.rawValue, partType, wholeType), range)
            }
        }
        let expression = ContainsExpression(
            part.expression, in: whole.expression, isNegated: sign == .notWithin)
        return Checked(expression: expression, type: .bool, weight: 3).adding(part).adding(whole)
    }
}

// MARK: Arithmetic

extension Compiler {
    private func checkConcatenation(_ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax)
        -> Checked
    {
        let (left, right) = (checkPrintable(leftSyntax, "~"), checkPrintable(rightSyntax, "~"))
        guard let leftType = left.type, let rightType = right.type else { return .broken }
        let isHTML = leftType.plain == .html || rightType.plain == .html
        let expression = ConcatenationExpression(left.expression, right.expression, isHTML: isHTML)
        return Checked(expression: expression, type: isHTML ? .html : .text).adding(left).adding(right)
    }

    private func checkPrintable(_ syntax: ExpressionSyntax, _ sign: String) -> Checked {
        let operand = check(syntax)
        guard let type = operand.type, !isPrintable(type) else { return operand }
        report(.wrongOperand(sign, type, expected: [.text, .int, .html]), syntax.range)
        return .broken
    }

    private func checkArithmetic(
        _ sign: BinaryOperator, _ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax
    ) -> Checked {
        let left = checkOperand(leftSyntax, sign.rawValue, .int)
        let right = checkOperand(rightSyntax, sign.rawValue, .int)
        if sign == .divide || sign == .remainder, case .int(0)? = right.expression.constant {
            report(.divisionByZero, rightSyntax.range)
        }
        let expression = ArithmeticExpression(sign, left.expression, right.expression)
        return Checked(expression: expression, type: .int).adding(left).adding(right)
    }
}
