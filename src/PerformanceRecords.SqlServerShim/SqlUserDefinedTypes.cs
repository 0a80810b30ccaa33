using System.Diagnostics.CodeAnalysis;

namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is stored.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names SqlClient refers to.")]
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>A type that writes itself; SqlClient asks for it by name.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Thrown by SqlClient for an unusable CLR user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Marks a CLR user-defined type; the portal has none, SqlClient only looks for the mark.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public bool IsByteOrdered { get; set; }

    public bool IsFixedLength { get; set; }

    public int MaxByteSize { get; set; }

    public string? Name { get; set; }

    public string? ValidationMethodName { get; set; }
}
