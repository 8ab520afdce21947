extension TemplateProblemTests {
    static let types: [Case] = [
        Case(
            "{{ site }}",
            [
                "1:4+4: the object `site` cannot be printed | print one of its fields: `.name`"
            ],
            [
                "1:4+4: không in được đối tượng `site` | in một trường của nó: `.tên`"
            ]),
        Case(
            "{{ names }}",
            [
                "1:4+5: a list of text cannot be printed | use `{% for %}` or `| join`"
            ],
            [
                "1:4+5: không in được danh sách chữ | dùng `{% for %}` hoặc `| join`"
            ]),
        Case(
            "{{ flag }}",
            [
                #"1:4+4: a true/false value cannot be printed | write `{{ "…" if … else "…" }}`"#
            ],
            [
                #"1:4+4: không in được giá trị đúng/sai | viết `{{ "…" if … else "…" }}`"#
            ]),
        Case(
            "{% if lead %}{{ lead.date }}{% endif %}",
            [
                #"1:17+9: a date cannot be printed | use a filter: `| date("…")`"#
            ],
            [
                #"1:17+9: không in được ngày giờ | dùng bộ lọc: `| date("…")`"#
            ]),
        Case(
            "{% for x in heading %}{% endfor %}",
            [
                "1:13+7: text is not a list"
            ],
            [
                "1:13+7: chữ không phải danh sách"
            ]),
        Case(
            "{{ heading + 1 }}",
            [
                "1:4+7: `+` needs a number, but this is text | join texts with `~`"
            ],
            [
                "1:4+7: `+` cần số, nhưng đây là chữ | nối chữ bằng `~`"
            ]),
        Case(
            "{{ 'a' + 'b' }}",
            [
                "1:4+3: `+` needs a number, but this is text | join texts with `~`",
                "1:10+3: `+` needs a number, but this is text | join texts with `~`",
            ],
            [
                "1:4+3: `+` cần số, nhưng đây là chữ | nối chữ bằng `~`",
                "1:10+3: `+` cần số, nhưng đây là chữ | nối chữ bằng `~`",
            ]),
        Case(
            "{{ flag * 2 }}",
            [
                "1:4+4: `*` needs a number, but this is a true/false value"
            ],
            [
                "1:4+4: `*` cần số, nhưng đây là giá trị đúng/sai"
            ]),
        Case(
            "{{ heading == 1 }}",
            [
                "1:4+12: `==` cannot compare text with a number"
            ],
            [
                "1:4+12: `==` không so được chữ với số"
            ]),
        Case(
            "{% if heading < 1 %}{% endif %}",
            [
                "1:7+11: `<` cannot compare text with a number"
            ],
            [
                "1:7+11: `<` không so được chữ với số"
            ]),
        Case(
            "{% if note < 'a' %}{% endif %}",
            [
                "1:7+4: `note` may be missing | put it inside `{% if %}` or write `(note | default(…))`"
            ],
            [
                "1:7+4: `note` có thể không có | đặt trong `{% if %}` hoặc viết `(note | default(…))`"
            ]),
        Case(
            "{% if 1 in names %}{% endif %}",
            [
                "1:7+10: `in` cannot compare a number with a list of text"
            ],
            [
                "1:7+10: `in` không so được số với danh sách chữ"
            ]),
        Case(
            "{{ 'a' if flag else 1 }}",
            [
                "1:21+1: two values of different types: text and a number | use the same type in both places"
            ],
            [
                "1:21+1: hai giá trị khác kiểu: chữ và số | dùng cùng một kiểu ở cả hai nơi"
            ]),
        Case(
            "{{ [1, 'a'] | join }}",
            [
                "1:8+3: two values of different types: a number and text | use the same type in both places"
            ],
            [
                "1:8+3: hai giá trị khác kiểu: số và chữ | dùng cùng một kiểu ở cả hai nơi"
            ]),
        Case(
            "{{ count | upper }}",
            [
                "1:4+5: the filter `upper` needs text, but this is a number"
            ],
            [
                "1:4+5: bộ lọc `upper` cần chữ, nhưng đây là số"
            ]),
        Case(
            "{{ names | abs }}",
            [
                "1:4+5: the filter `abs` needs a number, but this is a list of text"
            ],
            [
                "1:4+5: bộ lọc `abs` cần số, nhưng đây là danh sách chữ"
            ]),
        Case(
            "{{ heading | first }}",
            [
                "1:4+7: the filter `first` needs a list, but this is text"
            ],
            [
                "1:4+7: bộ lọc `first` cần danh sách, nhưng đây là chữ"
            ]),
        Case(
            "{{ site | json }}",
            [
                "1:4+4: the filter `json` needs text, HTML, a number, a true/false value or a date, but this is the object `site`"
            ],
            [
                "1:4+4: bộ lọc `json` cần chữ, HTML, số, giá trị đúng/sai hoặc ngày giờ, nhưng đây là đối tượng `site`"
            ]),
        Case(
            "{{ heading is odd }}",
            [
                #"1:4+14: a true/false value cannot be printed | write `{{ "…" if … else "…" }}`"#,
                "1:4+7: the test `odd` needs a number, but this is text",
            ],
            [
                #"1:4+14: không in được giá trị đúng/sai | viết `{{ "…" if … else "…" }}`"#,
                "1:4+7: phép thử `odd` cần số, nhưng đây là chữ",
            ]),
        Case(
            "{{ count is empty }}",
            [
                #"1:4+14: a true/false value cannot be printed | write `{{ "…" if … else "…" }}`"#,
                "1:4+5: the test `empty` needs text, HTML or a list, but this is a number",
            ],
            [
                #"1:4+14: không in được giá trị đúng/sai | viết `{{ "…" if … else "…" }}`"#,
                "1:4+5: phép thử `empty` cần chữ, HTML hoặc danh sách, nhưng đây là số",
            ]),
        Case(
            "{{ heading | truncate('a') }}",
            [
                "1:23+3: the argument `length` of `truncate` must be a number, but this is text"
            ],
            [
                "1:23+3: đối số `length` của `truncate` phải là số, nhưng đây là chữ"
            ]),
        Case(
            "{{ heading | truncate }}",
            [
                "1:14+8: `truncate` lacks the argument `length` | write `truncate(length=…)`"
            ],
            [
                "1:14+8: `truncate` thiếu đối số `length` | viết `truncate(length=…)`"
            ]),
        Case(
            "{{ heading | truncate(1, edn='') }}",
            [
                "1:26+3: `truncate` has no argument `edn` | did you mean `end`?"
            ],
            [
                "1:26+3: `truncate` không có đối số `edn` | ý bạn là `end`?"
            ]),
        Case(
            "{{ heading | truncate(1, length=2) }}",
            [
                "1:26+6: the argument `length` of `truncate` is given twice | remove one of them"
            ],
            [
                "1:26+6: đối số `length` của `truncate` được đưa vào hai lần | bỏ một lần"
            ]),
        Case(
            "{{ heading | upper(1) }}",
            [
                "1:20+1: `upper` takes no arguments | remove what is too much"
            ],
            [
                "1:20+1: `upper` không nhận đối số | bỏ đối số thừa"
            ]),
        Case(
            "{{ heading | truncate(1, '', 2) }}",
            [
                "1:30+1: `truncate` takes at most 2 arguments | remove what is too much"
            ],
            [
                "1:30+1: `truncate` nhận nhiều nhất 2 đối số | bỏ đối số thừa"
            ]),
        Case(
            "{% if lead %}{{ lead.date | stamp(heading) }}{% endif %}",
            [
                "1:35+7: the argument `prefix` of `stamp` must be written out | give a string or a number, not a variable"
            ],
            [
                "1:35+7: đối số `prefix` của `stamp` phải viết thẳng ra | đưa vào một chuỗi hay số, không phải biến"
            ]),
        Case(
            "{% if lead %}{{ lead.date | stamp('qqqqq') }}{% endif %}",
            [
                "1:35+7: prefix too long"
            ],
            [
                "1:35+7: prefix too long"
            ]),
        Case(
            "{{ 1 // 0 }}",
            [
                "1:9+1: nothing can be divided by 0 | divide by another number"
            ],
            [
                "1:9+1: không chia được cho 0 | chia cho số khác 0"
            ]),
        Case(
            "{{ 5 is divisibleby 0 }}",
            [
                #"1:4+18: a true/false value cannot be printed | write `{{ "…" if … else "…" }}`"#,
                "1:21+1: nothing can be divided by 0 | divide by another number",
            ],
            [
                #"1:4+18: không in được giá trị đúng/sai | viết `{{ "…" if … else "…" }}`"#,
                "1:21+1: không chia được cho 0 | chia cho số khác 0",
            ]),
        Case(
            "{{ m(1, 2) }}{% macro m(a) %}{% endmacro %}",
            [
                "1:9+1: `m` takes at most 1 argument | remove what is too much"
            ],
            [
                "1:9+1: `m` nhận nhiều nhất 1 đối số | bỏ đối số thừa"
            ]),
        Case(
            "{{ m() }}{% macro m(a) %}{% endmacro %}",
            [
                "1:4+3: `m` lacks the argument `a` | write `m(a=…)`"
            ],
            [
                "1:4+3: `m` thiếu đối số `a` | viết `m(a=…)`"
            ]),
        Case(
            "{{ note | default(1) }}",
            [
                "1:19+1: two values of different types: text and a number | use the same type in both places"
            ],
            [
                "1:19+1: hai giá trị khác kiểu: chữ và số | dùng cùng một kiểu ở cả hai nơi"
            ]),
        Case(
            "{% if names[0].x %}{% endif %}",
            [
                "1:7+8: `names[0]` may be missing | put it inside `{% if names[0] %}…{% endif %}`",
                "1:16+1: text has no fields, so there is no `x`",
            ],
            [
                "1:7+8: `names[0]` có thể không có | đặt trong `{% if names[0] %}…{% endif %}`",
                "1:16+1: chữ không có trường nào, nên không có `x`",
            ]),
        Case(
            "{{ loop }}",
            [
                "1:4+4: there is no variable `loop` on pages of the kind `home` | if it may be missing, ask first: `{% if loop is defined %}`"
            ],
            [
                "1:4+4: không có biến `loop` trong trang `home` | nếu biến có thể vắng, hỏi trước bằng `{% if loop is defined %}`"
            ]),
        Case(
            "{% for n in names %}{{ loop.idnex }}{% endfor %}",
            [
                "1:29+5: the object `loop` has no field `idnex` | did you mean `index`?"
            ],
            [
                "1:29+5: đối tượng `loop` không có trường `idnex` | ý bạn là `index`?"
            ]),
        Case(
            "{% if count == note %}{% endif %}",
            [
                "1:7+13: `==` cannot compare a number with text (which may be missing)"
            ],
            [
                "1:7+13: `==` không so được số với chữ (có thể không có)"
            ]),
        Case(
            "{{ note + 1 }}",
            [
                "1:4+4: `+` needs a number, but this is text (which may be missing) | join texts with `~`"
            ],
            [
                "1:4+4: `+` cần số, nhưng đây là chữ (có thể không có) | nối chữ bằng `~`"
            ]),
        Case(
            "{% if note is odd %}{% endif %}",
            [
                "1:7+4: the test `odd` needs a number, but this is text (which may be missing)"
            ],
            [
                "1:7+4: phép thử `odd` cần số, nhưng đây là chữ (có thể không có)"
            ]),
        Case(
            "{{ %}",
            [
                "1:5+1: the tag is not closed as it was opened | close it with `}}` or `%}`"
            ],
            [
                "1:5+1: thẻ chưa được đóng đúng cách | đóng bằng `}}` hoặc `%}`"
            ]),
        Case(
            "{% %}",
            [
                "1:4+2: a name is missing before the tag ends"
            ],
            [
                "1:4+2: thiếu một tên trước khi thẻ kết thúc"
            ]),
        Case(
            "{% set if = 1 %}",
            [
                "1:8+2: expected a name, found `if`"
            ],
            [
                "1:8+2: cần một tên, nhưng gặp `if`"
            ]),
        Case(
            "{{ heading }",
            [
                "1:12+1: the tag is not closed as it was opened | close it with `}}` or `%}`"
            ],
            [
                "1:12+1: thẻ chưa được đóng đúng cách | đóng bằng `}}` hoặc `%}`"
            ]),
        Case(
            "{{ -heading }}",
            [
                "1:5+7: `-` needs a number, but this is text"
            ],
            [
                "1:5+7: `-` cần số, nhưng đây là chữ"
            ]),
        Case(
            "{{ names[note] }}",
            [
                "1:10+4: `[]` needs a number, but this is text (which may be missing)"
            ],
            [
                "1:10+4: `[]` cần số, nhưng đây là chữ (có thể không có)"
            ]),
        Case(
            "{{ heading[0] }}",
            [
                "1:4+7: text is not a list"
            ],
            [
                "1:4+7: chữ không phải danh sách"
            ]),
        Case(
            "{% if flag %}{% set x = 1 %}{% else %}{% set x = 'a' %}{% endif %}{{ x }}",
            [
                "1:70+1: two values of different types: a number and text | use the same type in both places"
            ],
            [
                "1:70+1: hai giá trị khác kiểu: số và chữ | dùng cùng một kiểu ở cả hai nơi"
            ]),
    ]
}
