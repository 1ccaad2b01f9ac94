namespace Advocacy.Programme.Setup;

/// <summary>A form that came back because something in it is wrong.</summary>
/// <param name="Act">Which form.</param>
/// <param name="Values">As entered, by field; several values of one field are joined by line feeds.</param>
/// <param name="Faults">What is wrong with a field.</param>
public sealed record EnteredForm(
    string Act,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, FormFault> Faults
);

public enum FormFault
{
    Missing,
    TooLong,

    /// <summary>No whole number, or one that makes no sense.</summary>
    Number,

    Date,

    /// <summary>It ends before it begins.</summary>
    Order,

    /// <summary>No http(s) address.</summary>
    Link,

    /// <summary>None of those offered.</summary>
    Choice,

    /// <summary>One language was filled in and the other was not.</summary>
    OneLanguage,

    /// <summary>Another question is asked in those weeks.</summary>
    Taken,

    /// <summary>Somebody saved another version while the page was open.</summary>
    Changed,
}
