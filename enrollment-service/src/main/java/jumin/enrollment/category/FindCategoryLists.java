package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jumin.enrollment.page.Page;

/** 查看部门名单 */
@ApplicationScoped
public class FindCategoryLists {

    private final CategoryLists lists;
    private final Endings endings;

    FindCategoryLists(CategoryLists lists, Endings endings) {
        this.lists = lists;
        this.endings = endings;
    }

    @Transactional
    public CategoryListView one(CategoryListId id) {
        return lists.get(id);
    }

    @Transactional
    public Page<CategoryListView> page(Optional<ListState> state, int page, int size) {
        return new Page<>(lists.page(state, page, size), page, size, lists.count(state));
    }

    @Transactional
    public Page<CategoryListView.EndingView> endings(CategoryListId id, int page, int size) {
        var list = lists.get(id);
        return new Page<>(endings.page(id, page, size), page, size, list.ending());
    }
}
