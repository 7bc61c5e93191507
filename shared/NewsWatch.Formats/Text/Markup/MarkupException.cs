namespace NewsWatch.Formats.Text.Markup;

/// <summary>A document that is refused; the message is a sentence that says why.</summary>
public sealed class MarkupException(string message) : Exception(message);
