package jumin.contribution.money;

import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 暂存款 that is somebody's, or may be: whoever paid is not to be dunned. No part of what is owed, paid or open. */
@Schema(name = "WaitingMoney", description = "暂存款：此人已缴而尚未计入应缴的，或可能是此人所缴的；不计入应缴、已缴、尚欠")
public record WaitingMoney(
        Kind state,
        String stateText,
        @Schema(description = "笔数") long payments,
        Money amount,
        @Schema(description = "现在要做什么") String whatToDo) {

    /** 为什么还没有计入应缴. */
    public enum Kind {
        BEFORE_WINDOW("征缴期前已缴", "由县级认可后计入应缴，认可之前不催缴"),
        NOT_REGISTERED("登记前已缴", "办理参保登记后自动计入，不要再收；不参保的申请退回"),
        HELD("已缴，应缴暂缓核定", "核定后自动计入，不要再收"),
        SURPLUS("多缴或重复缴费", "可随时申请退回"),
        SAME_ID("证件号码相同的缴费无人认领", "由县级核对缴费人后归属到人，核对之前不催缴"),
        ASSIGNED_BEFORE("曾归属此人、后撤销的缴费无人认领", "由县级核对缴费人后重新归属，核对之前不催缴"),
        SAME_NAME("同名的缴费无人认领，未必是本人", "请本人出示缴费凭证，由县级核对后归属到人");

        private final String title;
        private final String advice;

        Kind(String title, String advice) {
            this.title = title;
            this.advice = advice;
        }
    }

    static WaitingMoney of(Kind kind, long payments, Money amount) {
        return new WaitingMoney(kind, kind.title, payments, amount, kind.advice);
    }

    /** For a cell or a line on paper. */
    public String text() {
        return amount + " 元 " + stateText + "：" + whatToDo;
    }
}
