using System.Security.Cryptography;
using Advocacy.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform;

public sealed class LinkSignerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly byte[] _old = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _new = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void A_token_gives_back_its_subject()
    {
        var signer = Signer(_new);

        signer.Read(LinkPurpose.Share, signer.Sign(LinkPurpose.Share, "abc", TimeSpan.FromDays(1))).ShouldBe("abc");
    }

    [Fact]
    public void A_token_for_one_purpose_is_nothing_for_another()
    {
        var signer = Signer(_new);

        signer
            .Read(LinkPurpose.ConfirmConsent, signer.Sign(LinkPurpose.Share, "abc", TimeSpan.FromDays(1)))
            .ShouldBeNull();
    }

    [Fact]
    public void A_token_expires()
    {
        var signer = Signer(_new);
        var token = signer.Sign(LinkPurpose.Share, "abc", TimeSpan.FromDays(1));

        _time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        signer.Read(LinkPurpose.Share, token).ShouldBeNull();
    }

    [Fact]
    public void An_expired_token_still_tells_whose_it_was_and_a_worthless_one_does_not()
    {
        var signer = Signer(_new);
        var token = signer.Sign(LinkPurpose.Preferences, "abc", TimeSpan.FromDays(-1));

        signer.Read(LinkPurpose.Preferences, token).ShouldBeNull();
        signer.ReadOld(LinkPurpose.Preferences, token).ShouldBe("abc");
        signer.ReadOld(LinkPurpose.Share, token).ShouldBeNull();
        signer.ReadOld(LinkPurpose.Preferences, token[..^2]).ShouldBeNull();
        Signer(_old).ReadOld(LinkPurpose.Preferences, token).ShouldBeNull();
    }

    [Fact]
    public void A_rotated_key_still_verifies_until_it_is_dropped()
    {
        var token = Signer(_old).Sign(LinkPurpose.Share, "abc", TimeSpan.FromDays(1));

        Signer(_new, _old).Read(LinkPurpose.Share, token).ShouldBe("abc");
        Signer(_new).Read(LinkPurpose.Share, token).ShouldBeNull();
    }

    [Fact]
    public void Every_single_changed_character_makes_a_token_worthless()
    {
        var signer = Signer(_new);
        var token = signer.Sign(LinkPurpose.Share, "abc", TimeSpan.FromDays(1));

        for (var i = 0; i < token.Length; i++)
        {
            // Flip a high bit of the character's six: the last character's low bits are padding.
            var changed = token.ToCharArray();
            changed[i] = changed[i] is 'A' or 'a' ? 'z' : 'A';
            signer.Read(LinkPurpose.Share, new string(changed)).ShouldBeNull($"character {i}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("%%%.%%%")]
    public void Nonsense_is_no_token(string? token) => Signer(_new).Read(LinkPurpose.Share, token).ShouldBeNull();

    private LinkSigner Signer(params byte[][] keys) =>
        new(new Secrets([.. keys.Select(k => (ReadOnlyMemory<byte>)k)], new byte[32]), _time);
}
