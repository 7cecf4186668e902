//! What can be reached from itself in a graph.

/// The component of each node: two nodes have the same where each can be
/// reached from the other. `edges` holds the nodes that each leads to.
///
/// Tarjan's algorithm, with a stack of its own: a chain may be as long as the
/// file, and each edge is followed once.
pub fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let mut component = vec![UNSEEN; count];
    let mut order = vec![UNSEEN; count];
    // The earliest node that is known to be reachable from here.
    let mut lowest = vec![UNSEEN; count];
    let mut waiting = Vec::new();
    let (mut seen, mut found) = (0, 0);
    for start in 0..count {
        if order[start] != UNSEEN {
            continue;
        }
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if *next == 0 {
                order[node] = seen;
                lowest[node] = seen;
                seen += 1;
                waiting.push(node);
            }
            if let Some(target) = edges[node].get(*next) {
                *next += 1;
                if order[*target] == UNSEEN {
                    path.push((*target, 0));
                } else if component[*target] == UNSEEN {
                    lowest[node] = lowest[node].min(order[*target]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                lowest[*before] = lowest[*before].min(lowest[node]);
            }
            if lowest[node] == order[node] {
                while let Some(member) = waiting.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}
