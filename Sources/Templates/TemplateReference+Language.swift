extension TemplateReference {
    /// The part that does not depend on the schema. Its examples are compiled by the tests.
    static let language = #"""
        # Templates

        A theme's templates are HTML files with three kinds of marks in them. The language is Jinja's, as Zola, Pelican,
        Nunjucks and Twig have it, with one difference: **everything has a type**. All templates are checked before a page is
        written. A field that does not exist, a filter on the wrong kind of value, a value that may be missing: each is an
        error with file, line and column, and never an odd page.

        | mark | does |
        |---|---|
        | `{{ … }}` | writes a value |
        | `{% … %}` | controls: conditions, loops, other files |
        | `{# … #}` | is a comment and leaves nothing |

        This reference is made from the program itself.

        ## Where templates lie

        `themes/<name>/templates/x.html` of a site overrides the file of the same name in the parent theme. To extend the very
        file that is overridden, name its theme in front:

        ```jinja
        {% extends "sen/article.html" %}
        {% block title %}{{ super() }} | {{ site.title }}{% endblock %}
        ```

        ## Values

        | written | is |
        |---|---|
        | `"text"`, `'text'` | text on one line; `\"`, `\'`, `\\`, `\n`, `\t` inside |
        | `12`, `1_000` | a whole number; there are no others |
        | `true`, `false` | |
        | `none` | nothing |
        | `[1, 2, 3]` | a list of values of one type |
        | `article.title` | a field of an object |
        | `article.tags[0]`, `article.tags[-1]` | an element, from 0 or from the end; it may be missing |

        False, nothing, 0, empty text and empty lists count as false; everything else as true.

        ### Escaping

        Text is always escaped when it is written: `<` becomes `&lt;`, and so on, in attributes too. What is HTML already
        (the body of an article, the result of a macro) is written as it stands. `| safe` declares a text to be HTML: look
        at every `safe` in a theme twice. Inside `<script>`, write `| json`:

        ```jinja
        <script>const title = {{ article.title | json }};</script>
        ```

        ### What may be missing

        A type with `?` may be missing. It can be written as it is, and then leaves nothing. To read a field of it, ask first:

        ```jinja
        {% if article.image %}<img src="{{ article.image.src }}" alt="">{% endif %}
        {{ article.image.src if article.image else "/none.svg" }}
        {% if article.image and article.image.src != "" %}…{% endif %}
        {{ article.summary | default("") | truncate(120) }}
        ```

        The answer holds in the branch, in `elif` and `else` of the contrary (`{% if not x %}…{% else %}`), on the right of
        `and` and `or`, and in files that are included there. `is defined`, `is none`, `is not none` and `== none` ask too.

        ## Operators

        From those that bind loosest to those that bind tightest.

        | operator | on | gives |
        |---|---|---|
        | `a if c else b` | any | `a` when `c` is true, else `b`; without `else` nothing |
        | `a or b` | any | the first that is true, else `b` |
        | `a and b` | any | `b` when `a` is true |
        | `not a` | any | true/false |
        | `==` `!=` | two of one type | texts are equal when their bytes are |
        | `<` `<=` `>` `>=` | numbers, dates, texts | texts in the order of their bytes |
        | `in` `not in` | element and list, text and text | whether one holds the other |
        | `+` `-` | numbers | |
        | `~` | text, numbers, HTML | both joined; HTML when one of them is |
        | `*` `//` `%` | numbers | `//` and `%` round down; dividing by 0 gives 0 |
        | `-a` | number | |
        | `a \| filter`, `a is test` | see below | |

        ## Tags

        ### if

        ```jinja
        {% if article.pinned %}Ghim{% elif article.views > 100 %}Đọc nhiều{% else %}Tin{% endif %}
        ```

        ### for

        ```jinja
        {% for tag in article.tags %}{{ tag }}{% if not loop.last %}, {% endif %}{% else %}Không có thẻ{% endfor %}
        ```

        `else` is for an empty list. What `set` sets inside ends with the turn. An inner loop has its own `loop`; keep the outer
        one with `{% set outer = loop %}`.

        ### set

        ```jinja
        {% set name = article.category.title ~ " – " ~ site.title %}{{ name }}
        ```

        A variable lives to the end of the loop, block, macro or file it is set in. Set in a branch of `if`, it lives on behind
        it; when not all branches set it, it may be missing there.

        ### extends, block

        A template that extends another one replaces its blocks; `{{ super() }}` is what the block had there. The text of a
        template that extends stands in blocks; only `set`, `import` and `macro` may stand outside, and what is set there is
        known to the parents too. A block sees all variables of the place where it stands.

        ```jinja
        {% block body %}<h1>{{ article.title }}</h1>{% endblock %}
        ```

        ### include

        `{% include "parts/item.html" %}` writes another file, which sees all variables of the place. The name is a literal.
        A file that is used in several places asks for what only some of them have:

        ```jinja
        {% if heading is defined %}<h2>{{ heading }}</h2>{% endif %}
        ```

        ### fragment

        `{% fragment "latest" %}` stands for the file `fragments/latest.html`, as `include` would, with one difference: the file
        sees only what is the same on all pages, never the page it stands on. So it need not be written into every
        page: with `fragments: ssi` or `fragments: js` in site.yaml it is a file of its own, and a new article does not
        change every page that lists the newest ones.

        ```jinja
        {% fragment "latest" %}<p><a href="/">Tin mới</a></p>{% endfragment %}
        ```

        What stands between the tags is shown with `js`, until a script of the theme has fetched the fragment: a plain link for
        readers without JavaScript. A fragment stands where a `<div>` may stand, and holds no other fragment.

        ### macro, import

        ```jinja
        {% macro link(item, class="") %}<b class="{{ class }}">{{ item.title }}</b>{% endmacro %}
        {{ link(article) }} {{ link(article.category, class="cat") }}
        ```

        A macro sees its parameters and what is the same on all pages, nothing else. It is checked at each call with the types
        given there. `{% import "macros.html" as m %}` makes the macros of a file known as `m.link(…)`,
        `{% from "macros.html" import link as l %}` single ones. Macros and files must not call themselves, also not by detours.

        ### raw

        ```jinja
        {% raw %}{{ this is text }}{% endraw %}
        ```

        ## Whitespace

        A tag or comment alone on its line leaves no trace of the line. In other places a line end right behind a tag is taken
        away. `-` inside a mark takes away all whitespace on its side, `+` keeps it:

        ```jinja
        <p>
          {{- article.title -}}
        </p>
        ```

        One line end at the end of a file is dropped; CRLF is written as LF.

        ## Speed

        Parts that read only what is the same on all pages, or only one or two objects that turn up on many pages (an article
        in a list, a category), are rendered once and copied from then on. Nothing has to be done for it. It helps to
        keep what belongs to one page (the pager, `loop`) out of large parts.
        """#
}
