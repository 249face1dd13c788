//! A message of words and places to put something into, cut up once.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Expression, InlineExpression, Pattern, PatternElement},
    unicode::unescape_unicode_to_string,
};

/// A piece of a message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Said as it is.
    Words(String),
    /// What has this name is put in.
    Place(String),
}

/// The pieces of a pattern; `None` when it chooses, counts or refers to something, which is Fluent's own to say.
pub(crate) fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(inline),
        } => match inline {
            InlineExpression::VariableReference { id } => Some(Piece::Place(id.name.to_owned())),
            InlineExpression::StringLiteral { value } => {
                Some(Piece::Words(unescape_unicode_to_string(value).into_owned()))
            }
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
}

/// Puts a message together. A place that nothing was given for shows its name.
pub(crate) fn fill(pieces: &[Piece], args: &[(&str, &str)]) -> String {
    let value = |name: &str| {
        args.iter()
            .find(|(own, _)| *own == name)
            .map(|(_, value)| *value)
    };
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.len(),
        Piece::Place(_) => 0,
    });
    let given = args.iter().map(|(_, value)| value.len());
    let mut message = String::with_capacity(words.chain(given).sum());
    for piece in pieces {
        match piece {
            Piece::Words(words) => message.push_str(words),
            Piece::Place(name) => match value(name) {
                Some(value) => message.push_str(value),
                None => message.extend(["{$", name, "}"]),
            },
        }
    }
    message
}

/// The names of everything that is put into a pattern, whatever it chooses.
pub(crate) fn places(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
        Expression::Inline(expression) => inline(expression, found),
    }
}

fn inline(expression: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline(argument, found);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}
