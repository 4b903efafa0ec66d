using System.Linq.Expressions;
using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Compiled access to the members of row objects.</summary>
internal static class MemberAccess
{
    internal static Func<TRow, TValue> Getter<TRow, TValue>(MemberInfo member)
    {
        if (member is PropertyInfo property && property.GetGetMethod() is { IsVirtual: false } method)
            return method.CreateDelegate<Func<TRow, TValue>>();
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, TValue>>(Expression.MakeMemberAccess(row, member), row).Compile();
    }

    internal static Action<TRow, TValue> Setter<TRow, TValue>(MemberInfo member)
    {
        if (member is PropertyInfo property && property.GetSetMethod() is { IsVirtual: false } method)
            return method.CreateDelegate<Action<TRow, TValue>>();
        var row = Expression.Parameter(typeof(TRow));
        var value = Expression.Parameter(typeof(TValue));
        return Expression.Lambda<Action<TRow, TValue>>(Expression.Assign(Expression.MakeMemberAccess(row, member), value), row, value).Compile();
    }
}
