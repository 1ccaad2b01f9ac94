namespace Advocacy.Digests;

/// <summary>The strongest reason why a post was picked for a person; the mail says it in one line.</summary>
public enum PickReason
{
    /// <summary>It is news of the company that suits everybody who reads its language.</summary>
    Company,

    /// <summary>The person follows one of its topics.</summary>
    Topic,

    /// <summary>It belongs to a specialist's field: the mail asks for their own words.</summary>
    Field,

    /// <summary>It is only days old, and an enthusiast is among the first to have it.</summary>
    Fresh,

    /// <summary>A colleague can share it in a moment: its text is short.</summary>
    Easy,

    /// <summary>The comms team marked it as important.</summary>
    Important,

    /// <summary>It was brought for the person's unit, or for few units of which theirs is one.</summary>
    Unit,
}
