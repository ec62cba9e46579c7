using Ledger.Domain;

namespace Ledger.Api.Web;

/// <summary>The words for codes, in the reader's language (the current UI culture).</summary>
public interface ITexts
{
    /// <summary>The short title of an HTTP status.</summary>
    string TitleOf(int status);

    string TextOf(Refusal refusal);

    string TextOf(Fault fault);

    /// <summary>Any text by its key, whichever capability holds it.</summary>
    /// <exception cref="InvalidOperationException">No capability holds the key.</exception>
    string this[string key, params object[] arguments] { get; }

    /// <summary>A text in all three languages, such as the heading under which a list is read whoever wrote it.</summary>
    /// <exception cref="InvalidOperationException">No capability holds the key.</exception>
    Name NameOf(string key, params object[] arguments);
}
