namespace Advocacy.Digests.Mail;

/// <summary>What all readers of an issue are given; what differs stands in it as tags.</summary>
internal sealed record DigestRendering(string Subject, string Html, string Text, DigestStrings Words, ReaderTags Tags);
