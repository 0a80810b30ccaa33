using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

// EF has not settled yet how it compiles queries ahead; this is the one place that depends on it, and without it everything works as well, only slower
#pragma warning disable EF9100

namespace PerformanceRecords.Data.Providers;

/// <summary>
/// Makes what reads the rows of a query once, when the query is compiled. EF leaves it as a lambda inside the compiled query, of which the runtime then makes
/// a delegate anew each time the query runs; docs/performance.md has what that costs.
/// </summary>
internal sealed class ReadyReaders(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies, RelationalShapedQueryCompilingExpressionVisitorDependencies relational,
    RelationalCommandBuilderDependencies commands)
    : RelationalLiftableConstantProcessor(dependencies, relational, commands)
{
    public override Expression InlineConstants(Expression expression, bool supportsPrecompiledQuery)
    {
        var query = (LambdaExpression)base.InlineConstants(expression, supportsPrecompiledQuery);
        return Expression.Lambda(query.Type, new Maker().Visit(query.Body), query.Parameters);
    }

    /// <summary>Has the queries of a context compiled so.</summary>
    public static void Use(DbContextOptionsBuilder options) => options.ReplaceService<ILiftableConstantProcessor, ReadyReaders>();

    private sealed class Maker : ExpressionVisitor
    {
        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            var inner = (Expression<T>)base.VisitLambda(node);
            return Surroundings.Needs(inner) ? inner : Expression.Constant(inner.Compile(), typeof(T));
        }

        // what is wanted as an expression stays one
        protected override Expression VisitUnary(UnaryExpression node) => node.NodeType == ExpressionType.Quote ? node : base.VisitUnary(node);

        protected override Expression VisitExtension(Expression node) => node;
    }

    /// <summary>Whether a lambda uses variables of what stands around it.</summary>
    private sealed class Surroundings : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> own = [];
        private bool needed;

        public static bool Needs(LambdaExpression lambda)
        {
            var search = new Surroundings();
            search.Visit(lambda);
            return search.needed;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            own.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitBlock(BlockExpression node)
        {
            own.UnionWith(node.Variables);
            return base.VisitBlock(node);
        }

        protected override CatchBlock VisitCatchBlock(CatchBlock node)
        {
            if (node.Variable is not null)
            {
                own.Add(node.Variable);
            }

            return base.VisitCatchBlock(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            needed |= !own.Contains(node);
            return node;
        }
    }
}
